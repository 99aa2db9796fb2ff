package org.schoolcase.students.pull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Runs that pull a roster: asked for, and watched. */
@Path("/v1/roster-sources/{sourceId}/runs")
@RunOnVirtualThread
public class RosterPullResource {

    private final RequestRun requestRun;
    private final RosterSources sources;
    private final PullHistory history;
    private final Cursors cursors;

    RosterPullResource(RequestRun requestRun, RosterSources sources, PullHistory history, Cursors cursors) {
        this.requestRun = requestRun;
        this.sources = sources;
        this.history = history;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Idempotent
    @Transactional
    @Operation(operationId = "pullRoster", summary = "Pull the roster now: what has changed, or everything")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "increment", value = """
                    {"everything": false}""")))
    @APIResponse(responseCode = "202", description = "The run, in its Location")
    @APIResponse(responseCode = "404", description = "No such source (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "A run is not over (roster-pull.waiting), or the source is off (roster-source.not-active)")
    public RestResponse<PullRunView> pull(UUID sourceId, @Valid @NotNull PullRunRequest body) {
        return requestRun.onDemand(sourceId, body, history);
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listRosterPulls", summary = "List the runs of a source, the latest first")
    @APIResponse(responseCode = "200", description = "A page; pass its next as cursor for the following one")
    @APIResponse(responseCode = "400", description = "The cursor is not ours (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such source (not-found)")
    public Page<PullRunView> list(
            UUID sourceId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        if (sources.find(sourceId).isEmpty()) {
            throw ProblemException.notFound();
        }
        var name = "roster-pulls|" + sourceId;
        var rows = history.page(sourceId, cursors.open(name, cursor), limit);
        return cursors.page(name, rows, limit, run -> List.of(run.id().toString()));
    }

    @GET
    @Path("/{runId}")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getRosterPull", summary = "Show a run with its counts and findings")
    @APIResponse(responseCode = "200", description = "The run")
    @APIResponse(responseCode = "404", description = "No such run (not-found)")
    public PullRunView get(UUID sourceId, UUID runId) {
        return history.find(sourceId, runId).orElseThrow(ProblemException::notFound);
    }
}
