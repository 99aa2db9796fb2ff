package org.schoolcase.students.ownership;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Who owns which field of a person's record: the roster or the suite; and where the two disagree. */
@Path("/v1")
@RunOnVirtualThread
public class OwnershipResource {

    private static final String LIST = "field-conflicts";

    private final FieldOwners owners;
    private final SettleOwnership settleOwnership;
    private final Cursors cursors;
    private final Audit audit;

    OwnershipResource(FieldOwners owners, SettleOwnership settleOwnership, Cursors cursors, Audit audit) {
        this.owners = owners;
        this.settleOwnership = settleOwnership;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @Path("/field-ownership")
    @Transactional
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getFieldOwnership", summary = "Read who owns which field of a person's record")
    @APIResponse(responseCode = "200", description = "All fields that have an owner; ETag for a change")
    public RestResponse<OwnershipView> get() {
        var view = owners.view();
        return Answers.ok(view, view.version());
    }

    @PUT
    @Path("/field-ownership")
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(
            operationId = "putFieldOwnership",
            summary = "Say who owns which field of a person's record",
            description =
                    "ROSTER: every sync sets the field. LOCAL: the roster gives the first value of a new record, and no "
                            + "sync touches the field after that. Fields that are not named go back to their usual owner. The "
                            + "records follow when the next import ends.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "ownership", value = """
                    {"fields": [{"field": "STUDENT.grade", "owner": "LOCAL"}]}""")))
    @APIResponse(responseCode = "200", description = "The owners as they are now")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (precondition.failed)")
    @APIResponse(responseCode = "422", description = "No such field (field-ownership.unknown-field)")
    @APIResponse(responseCode = "428", description = "No If-Match (precondition.required)")
    public RestResponse<OwnershipView> put(
            @NotNull @Valid OwnershipRequest request,
            @HeaderParam("If-Match") @Size(max = 100) @Nullable String ifMatch) {
        var view = settleOwnership.handle(request, ifMatch);
        return Answers.ok(view, view.version());
    }

    @GET
    @Path("/field-conflicts")
    @Transactional
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(
            operationId = "listFieldConflicts",
            summary = "List locally owned fields for which the roster has another value")
    @APIResponse(responseCode = "200", description = "A page of conflicts in the order of their records")
    @APIResponse(responseCode = "400", description = "The cursor is not of this list (cursor.invalid)")
    public Page<ConflictView> conflicts(
            @QueryParam("limit") @Min(1) @Max(200) @DefaultValue("50") int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var start = cursors.open(LIST, cursor);
        var found = start.isStart()
                ? owners.conflicts(null, "", limit + 1)
                : owners.conflicts(start.uuid(0), start.text(1), limit + 1);
        Page<ConflictView> page =
                cursors.page(LIST, found, limit, view -> List.of(view.recordId().toString(), view.field()));
        page.items().forEach(this::showed);
        return page;
    }

    private void showed(ConflictView conflict) {
        var entry = AuditEntry.of("field-conflict.list", "field-conflict", conflict.recordId())
                .fields(conflict.field());
        audit.showed(conflict.field().startsWith("STUDENT.") ? entry.student(conflict.recordId()) : entry);
    }
}
