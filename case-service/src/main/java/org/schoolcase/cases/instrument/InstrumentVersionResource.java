package org.schoolcase.cases.instrument;

import static org.schoolcase.cases.instrument.InstrumentRequests.KEY;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Versions of an instrument over HTTP. */
@Path("/v1/instruments/{key}/versions")
@Tag(name = "Instruments")
@RunOnVirtualThread
public class InstrumentVersionResource {

    private final DraftInstrument draftInstrument;
    private final PublishInstrument publishInstrument;
    private final Instruments instruments;
    private final InstrumentReading reading;
    private final Cursors cursors;

    InstrumentVersionResource(
            DraftInstrument draftInstrument,
            PublishInstrument publishInstrument,
            Instruments instruments,
            InstrumentReading reading,
            Cursors cursors) {
        this.draftInstrument = draftInstrument;
        this.publishInstrument = publishInstrument;
        this.instruments = instruments;
        this.reading = reading;
        this.cursors = cursors;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "interview", value = InstrumentRequests.Draft.EXAMPLE)))
    @Operation(operationId = "draftInstrumentVersion", summary = "Draft the next version of a district's instrument")
    @APIResponse(responseCode = "201", description = "The next version, a draft")
    @APIResponse(responseCode = "404", description = "No such instrument of the district (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "A draft is open (instrument.draft-open), or it is the library's (instrument.of-library)")
    @APIResponse(responseCode = "422", description = "The definition has faults (instrument.definition-invalid)")
    public RestResponse<InstrumentView> draft(
            @PathParam("key") @Pattern(regexp = KEY) String key, @Valid @NotNull InstrumentRequests.Draft body) {
        return switch (draftInstrument.next(key, body.definition())) {
            case DraftInstrument.Outcome.Drafted(var draft) -> created(draft);
            case DraftInstrument.Outcome.Invalid(var faults) -> throw InstrumentProblems.invalid(faults);
            case DraftInstrument.Outcome.OfLibrary() -> throw InstrumentProblems.ofLibrary();
            case DraftInstrument.Outcome.DraftOpen(), DraftInstrument.Outcome.KeyTaken() ->
                throw InstrumentProblems.draftOpen();
            case DraftInstrument.Outcome.UnknownKey() -> throw ProblemException.notFound();
        };
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.TEACHER,
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(operationId = "listInstrumentVersions", summary = "Versions of an instrument, the newest first")
    @APIResponse(responseCode = "200", description = "A page; empty where there is no such instrument")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    public Page<InstrumentLine> list(
            @PathParam("key") @Pattern(regexp = KEY) String key,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var list = "instrument-versions?key=" + key;
        var after = cursors.open(list, cursor);
        var before = after.isStart() ? Integer.MAX_VALUE : (int) after.number(0);
        var found = instruments.versions(key, reading.isFamily(), before, limit);
        var page = cursors.page(list, found, limit, it -> List.of(String.valueOf(it.version())));
        return new Page<>(page.items().stream().map(InstrumentLine::of).toList(), page.next());
    }

    @GET
    @Path("/{version}")
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.TEACHER,
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(
            operationId = "getInstrumentVersion",
            summary = "One version with its definition; of a protected test also to the teacher who fills it in")
    @APIResponse(responseCode = "200", description = "The version; ETag is its revision")
    @APIResponse(responseCode = "404", description = "No such version (not-found)")
    public RestResponse<InstrumentView> get(
            @PathParam("key") @Pattern(regexp = KEY) String key, @PathParam("version") @Min(1) @Max(9999) int version) {
        var found = instruments.find(key, version).filter(reading::mayRead).orElseThrow(ProblemException::notFound);
        return Answers.ok(InstrumentView.of(found), found.revision());
    }

    @PUT
    @Path("/{version}")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "interview", value = InstrumentRequests.Draft.EXAMPLE)))
    @Operation(operationId = "changeInstrumentDraft", summary = "Change a draft; a published version never changes")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "404", description = "No such version (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "Published (instrument.version-published), or the library's (instrument.of-library)")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale)")
    @APIResponse(responseCode = "422", description = "The definition has faults (instrument.definition-invalid)")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<InstrumentView> change(
            @PathParam("key") @Pattern(regexp = KEY) String key,
            @PathParam("version") @Min(1) @Max(9999) int version,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull InstrumentRequests.Draft body) {
        var changed = done(publishInstrument.change(key, version, body, ifMatch));
        return Answers.ok(InstrumentView.of(changed), changed.revision());
    }

    @POST
    @Path("/{version}/publication")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @Operation(operationId = "publishInstrument", summary = "Publish a draft: from now on it is used and never changes")
    @APIResponse(responseCode = "201", description = "Published")
    @APIResponse(responseCode = "404", description = "No such version (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "Published (instrument.version-published), or the library's (instrument.of-library)")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale)")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<InstrumentView> publish(
            @PathParam("key") @Pattern(regexp = KEY) String key,
            @PathParam("version") @Min(1) @Max(9999) int version,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch) {
        return created(done(publishInstrument.publish(key, version, ifMatch)));
    }

    private static RestResponse<InstrumentView> created(Instrument instrument) {
        return Answers.created(
                "/v1/instruments/%s/versions/%d".formatted(instrument.key(), instrument.version()),
                InstrumentView.of(instrument),
                instrument.revision());
    }

    private static Instrument done(PublishInstrument.Outcome outcome) {
        return switch (outcome) {
            case PublishInstrument.Outcome.Done(var instrument) -> instrument;
            case PublishInstrument.Outcome.Invalid(var faults) -> throw InstrumentProblems.invalid(faults);
            case PublishInstrument.Outcome.OfLibrary() -> throw InstrumentProblems.ofLibrary();
            case PublishInstrument.Outcome.Published() -> throw InstrumentProblems.published();
            case PublishInstrument.Outcome.Unknown() -> throw ProblemException.notFound();
        };
    }
}
