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
import jakarta.ws.rs.POST;
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

/** Instruments of the library and of the district over HTTP. */
@Path("/v1/instruments")
@Tag(name = "Instruments")
@RunOnVirtualThread
public class InstrumentResource {

    private final DraftInstrument draftInstrument;
    private final Instruments instruments;
    private final InstrumentReading reading;
    private final Cursors cursors;

    InstrumentResource(
            DraftInstrument draftInstrument, Instruments instruments, InstrumentReading reading, Cursors cursors) {
        this.draftInstrument = draftInstrument;
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
                            examples = @ExampleObject(name = "interview", value = InstrumentRequests.Create.EXAMPLE)))
    @Operation(operationId = "createInstrument", summary = "Draft an instrument of the district's own")
    @APIResponse(responseCode = "201", description = "Version 1, a draft")
    @APIResponse(responseCode = "409", description = "The key is in use (instrument.key-taken)")
    @APIResponse(
            responseCode = "422",
            description = "The definition has faults, each with its pointer (instrument.definition-invalid), "
                    + "or the key is the library's (instrument.key-reserved)")
    public RestResponse<InstrumentView> create(@Valid @NotNull InstrumentRequests.Create body) {
        return switch (draftInstrument.first(body.key(), body.definition())) {
            case DraftInstrument.Outcome.Drafted(var draft) ->
                Answers.created(
                        "/v1/instruments/%s/versions/%d".formatted(draft.key(), draft.version()),
                        InstrumentView.of(draft),
                        draft.revision());
            case DraftInstrument.Outcome.Invalid(var faults) -> throw InstrumentProblems.invalid(faults);
            case DraftInstrument.Outcome.OfLibrary() ->
                throw ProblemException.unprocessable(
                                "instrument.key-reserved", "Keys that begin with schoolcase. are the library's.")
                        .field("/key", "reserved", "Choose another beginning.");
            case DraftInstrument.Outcome.KeyTaken(), DraftInstrument.Outcome.DraftOpen() ->
                throw ProblemException.conflict("instrument.key-taken", "An instrument has this key; add a version.");
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
    @Operation(
            operationId = "listInstruments",
            summary = "Instruments that can be used, by key; families see those that are published and not secret")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    public Page<InstrumentLine> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var family = reading.isFamily();
        var list = "instruments?family=" + family;
        var after = cursors.open(list, cursor);
        var found = instruments.newest(after.isStart() ? "" : after.text(0), family, limit);
        var page = cursors.page(list, found, limit, it -> List.of(it.key()));
        return new Page<>(page.items().stream().map(InstrumentLine::of).toList(), page.next());
    }

    @GET
    @Path("/{key}")
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
            operationId = "getInstrument",
            summary = "The newest published version of an instrument, or its draft while there is none")
    @APIResponse(responseCode = "200", description = "The version with its definition")
    @APIResponse(responseCode = "404", description = "No such instrument (not-found)")
    public RestResponse<InstrumentView> get(@PathParam("key") @Pattern(regexp = KEY) String key) {
        var versions = instruments.versions(key, reading.isFamily(), Integer.MAX_VALUE, 200);
        var newest = versions.stream()
                .filter(Instrument::isPublished)
                .findFirst()
                .or(() -> versions.stream().findFirst())
                .orElseThrow(ProblemException::notFound);
        return Answers.ok(InstrumentView.of(newest), newest.revision());
    }
}
