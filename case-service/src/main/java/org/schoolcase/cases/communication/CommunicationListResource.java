package org.schoolcase.cases.communication;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** The communication log of a case, and what it shows of the efforts, over HTTP. */
@Path("/v1/cases/{caseId}/communications")
@Tag(name = "Communications")
@RunOnVirtualThread
public class CommunicationListResource {

    private final CaseAccess access;
    private final Communications communications;
    private final Cursors cursors;
    private final Audit audit;

    CommunicationListResource(CaseAccess access, Communications communications, Cursors cursors, Audit audit) {
        this.access = access;
        this.communications = communications;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(operationId = "listCommunications", summary = "The communication log of a case, newest contact first")
    @APIResponse(
            responseCode = "200",
            description = "A page, with superseded entries; sealed parts are only said to exist")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<Communication> list(
            @PathParam("caseId") UUID caseId,
            @QueryParam("purpose") Contact.@Nullable Purpose purpose,
            @QueryParam("guardianId") @Nullable UUID guardianId,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var file = access.toRead(caseId, Reach.READ);
        var filter = new Communications.Filter(purpose, guardianId, from, to);
        var list = "communications/%s?%s".formatted(caseId, filter);
        var found = communications.list(caseId, filter, cursors.open(list, cursor), limit);
        audit.showed(AuditEntry.of("communication.list", "case", caseId).student(file.studentId()));
        return cursors.page(
                list,
                found,
                limit,
                entry -> List.of(entry.at().toString(), entry.id().toString()));
    }

    @GET
    @Path("/{entryId}")
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(
            operationId = "getCommunication",
            summary = "One entry of the log, with its sealed part for who has the key")
    @APIResponse(
            responseCode = "200",
            description = "The entry; the sealed part for its case manager and coordinators only")
    @APIResponse(responseCode = "404", description = "No such case or entry in the caller's reach (not-found)")
    public Communication get(@PathParam("caseId") UUID caseId, @PathParam("entryId") UUID entryId) {
        var file = access.toRead(caseId, Reach.READ);
        var entry = communications.find(caseId, entryId).orElseThrow(ProblemException::notFound);
        audit.showed(
                AuditEntry.of("communication.read", "communication", entryId).student(file.studentId()));
        return communications
                .sealedPart(entryId)
                .map(text -> {
                    audit.showed(AuditEntry.of("communication.read-sealed", "communication", entryId)
                            .student(file.studentId())
                            .fields("sealedPart"));
                    return entry.withSealedPart(text);
                })
                .orElse(entry);
    }

    @GET
    @Path("/efforts")
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(
            operationId = "getEfforts",
            summary = "What the log shows of efforts for a purpose: calls and results, letters and replies, visits")
    @APIResponse(
            responseCode = "200",
            description =
                    "As 34 CFR 300.322(d) lists them, in order of time; how many are enough, the law does not say")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Efforts efforts(
            @PathParam("caseId") UUID caseId,
            @QueryParam("purpose") @NotNull Contact.Purpose purpose,
            @QueryParam("guardianId") @Nullable UUID guardianId) {
        var file = access.toRead(caseId, Reach.READ);
        var filter = new Communications.Filter(purpose, guardianId, null, null);
        var entries = communications.inOrderOfTime(caseId, filter, Efforts.MOST);
        audit.showed(AuditEntry.of("communication.efforts", "case", caseId).student(file.studentId()));
        return Efforts.of(caseId, purpose, entries);
    }
}
