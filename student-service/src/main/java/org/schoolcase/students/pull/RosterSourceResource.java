package org.schoolcase.students.pull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.http.Precondition;
import org.schoolcase.students.pull.ConfigureSource.Outcome.Added;
import org.schoolcase.students.pull.ConfigureSource.Outcome.AddressRefused;
import org.schoolcase.students.pull.ConfigureSource.Outcome.Changed;
import org.schoolcase.students.pull.ConfigureSource.Outcome.NoKey;
import org.schoolcase.students.pull.ConfigureSource.Outcome.SecretMissing;

/** Where the district's roster is pulled from. */
@Path("/v1/roster-sources")
@RunOnVirtualThread
public class RosterSourceResource {

    private final RosterSources sources;
    private final ConfigureSource configureSource;

    RosterSourceResource(RosterSources sources, ConfigureSource configureSource) {
        this.sources = sources;
        this.configureSource = configureSource;
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listRosterSources", summary = "List where rosters are pulled from, without secrets")
    @APIResponse(responseCode = "200", description = "All sources of the district")
    public List<RosterSourceView> list() {
        return sources.all().stream().map(RosterSourceView::of).toList();
    }

    @GET
    @Path("/{sourceId}")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getRosterSource", summary = "Show where a roster is pulled from, without the secret")
    @APIResponse(responseCode = "200", description = "The source, with ETag")
    @APIResponse(responseCode = "404", description = "No such source (not-found)")
    public RestResponse<RosterSourceView> get(UUID sourceId) {
        var source = sources.find(sourceId).orElseThrow(ProblemException::notFound);
        return Answers.ok(RosterSourceView.of(source), source.version());
    }

    @PUT
    @Path("/{sourceId}")
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(
            operationId = "putRosterSource",
            summary = "Say where a roster is pulled from (OneRoster 1.2 REST, client credentials)")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "hourly", value = """
                    {"baseUrl": "https://sis.sample.example/ims/oneroster/rostering/v1p2",
                     "tokenUrl": "https://sis.sample.example/oauth/token", "clientId": "schoolcase",
                     "clientSecret": "from-the-sis", "clientAuthentication": "BASIC",
                     "scopes": ["https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly"],
                     "intervalMinutes": 60, "active": true}""")))
    @APIResponse(responseCode = "200", description = "Changed, with the new ETag")
    @APIResponse(responseCode = "201", description = "Added")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(
            responseCode = "422",
            description = "The address may not be called (address.refused), or there is no secret (secret.missing)")
    @APIResponse(responseCode = "428", description = "Neither If-Match nor If-None-Match (if-match.missing)")
    @APIResponse(responseCode = "503", description = "The deployment has no key for secrets (secrets.no-key)")
    public RestResponse<RosterSourceView> put(
            UUID sourceId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @HeaderParam("If-None-Match") @Nullable @Size(max = 100) String ifNoneMatch,
            @Valid @NotNull RosterSourceRequest body) {
        return switch (configureSource.handle(sourceId, body, new Precondition(ifMatch, ifNoneMatch))) {
            case Added(var source) ->
                Answers.created("/v1/roster-sources/" + sourceId, RosterSourceView.of(source), source.version());
            case Changed(var source) -> Answers.ok(RosterSourceView.of(source), source.version());
            case AddressRefused(var field) ->
                throw ProblemException.unprocessable("address.refused", "This address may not be called from here.")
                        .field(field, "address.refused", "A public host, by https, without user, query and fragment.");
            case SecretMissing() ->
                throw ProblemException.unprocessable("secret.missing", "The source needs its secret.")
                        .field("/clientSecret", "secret.missing", "Needed for a new source and a new tokenUrl.");
            case NoKey() ->
                throw ProblemException.of(
                        503, "secrets.no-key", "Unavailable", "This deployment has no key to keep secrets with.");
        };
    }
}
