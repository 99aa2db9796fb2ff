package org.schoolcase.cases.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Notices of a case over HTTP. */
@Path("/v1/cases/{caseId}/notices")
@Tag(name = "Notices")
@RunOnVirtualThread
public class NoticeResource {

    private final RecordNotice recordNotice;
    private final CaseAccess access;
    private final Notices notices;
    private final Audit audit;

    NoticeResource(RecordNotice recordNotice, CaseAccess access, Notices notices, Audit audit) {
        this.recordNotice = recordNotice;
        this.access = access;
        this.notices = notices;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "prior written notice", value = NoticeRequest.EXAMPLE)))
    @Operation(
            operationId = "recordNotice",
            summary =
                    "Record a notice as given: prior written notice with its seven elements, or procedural safeguards")
    @APIResponse(responseCode = "201", description = "Recorded; a duty of prior written notice ends")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "The case is closed (case.closed)")
    @APIResponse(
            responseCode = "422",
            description = "Elements are missing, each named (notice.content-missing, notice.occasion-missing) or"
                    + " misplaced (notice.misplaced); a recipient held no rights on that day"
                    + " (notice.recipient-without-rights); not in a recipient's language and not explained"
                    + " (notice.language-unexplained); dates out of order (notice.dates-out-of-order); no such"
                    + " decision (notice.decision-unknown)")
    public RestResponse<Notice> record(@PathParam("caseId") UUID caseId, @Valid @NotNull NoticeRequest body) {
        var notice = recordNotice.handle(caseId, body);
        return Answers.created("/v1/cases/%s/notices/%s".formatted(caseId, notice.id()), notice, 0);
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(operationId = "listNotices", summary = "Notices given in a case, newest first")
    @APIResponse(responseCode = "200", description = "All of them, with their content")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<Notice> list(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ_WITH_FAMILY);
        audit.showed(AuditEntry.of("notice.list", "case", caseId).student(file.studentId()));
        return new Page<>(notices.ofCase(caseId), null);
    }
}
