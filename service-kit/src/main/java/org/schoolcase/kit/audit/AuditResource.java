package org.schoolcase.kit.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** The audit trail of the caller's district, for those who answer for it. */
@Path("/v1")
@Tag(name = "audit")
@RunOnVirtualThread
public class AuditResource {

    private static final String ENTRIES = """
            SELECT id, seq, at, actor, roles, action, outcome, entity, entity_id, student_id, fields, basis, request_id
              FROM audit_entry
             WHERE district_id = current_district()
               AND (CAST(:student AS uuid) IS NULL OR student_id = CAST(:student AS uuid))
               AND (CAST(:actor AS text) IS NULL OR actor = CAST(:actor AS text))
               AND (CAST(:since AS timestamptz) IS NULL OR at >= CAST(:since AS timestamptz))
               AND (CAST(:until AS timestamptz) IS NULL OR at < CAST(:until AS timestamptz))
               AND seq < :before
             ORDER BY seq DESC LIMIT :limit
            """;

    /** Who did, saw or was refused what. */
    public record EntryView(
            UUID id,
            Instant at,

            @Schema(examples = "http://127.0.0.1:18080/realms/district-mulberry|4f6…")
            String actor,

            List<String> roles,
            @Schema(examples = "case.open") String action,

            @Schema(description = "DONE, SHOWN, DISCLOSED or DENIED")
            String outcome,

            String entity,
            UUID entityId,
            @Nullable UUID studentId,
            List<String> fields,

            @Schema(description = "Legal ground of a disclosure") @Nullable
            String basis,

            @Nullable String requestId,

            @Schema(hidden = true) @com.fasterxml.jackson.annotation.JsonIgnore
            long seq) {

        static EntryView of(Tuple row) {
            return new EntryView(
                    row.get("id", UUID.class),
                    row.get("at", Instant.class),
                    row.get("actor", String.class),
                    split(row.get("roles", String.class), " "),
                    row.get("action", String.class),
                    row.get("outcome", String.class),
                    row.get("entity", String.class),
                    row.get("entity_id", UUID.class),
                    row.get("student_id", UUID.class),
                    split(row.get("fields", String.class), ","),
                    row.get("basis", String.class),
                    row.get("request_id", String.class),
                    ((Number) row.get("seq")).longValue());
        }

        private static List<String> split(String text, String by) {
            return text.isEmpty() ? List.of() : List.of(text.split(by, -1));
        }
    }

    /**
     * Whether the trail is whole.
     *
     * @param sealed entries found whole, from the first on
     * @param brokenPosition place in the chain where it first breaks
     * @param reason SEAL_MISSING, ENTRY_MISSING, ENTRY_CHANGED, TAIL_CUT or ENTRY_INSERTED
     */
    public record VerificationView(
            boolean whole,
            long sealed,
            @Nullable Long brokenPosition,
            @Nullable UUID brokenEntryId,
            @Nullable String reason) {}

    private final EntityManager entityManager;
    private final Cursors cursors;

    AuditResource(EntityManager entityManager, Cursors cursors) {
        this.entityManager = entityManager;
        this.cursors = cursors;
    }

    @GET
    @Path("/audit-entries")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listAuditEntries", summary = "List audit entries, newest first")
    @APIResponse(responseCode = "200", description = "A page of entries")
    @APIResponse(responseCode = "400", description = "cursor.invalid, validation.failed")
    @SuppressWarnings("unchecked") // the query names a Tuple
    public Page<EntryView> list(
            @QueryParam("studentId") @Nullable UUID studentId,
            @QueryParam("actor") @Size(max = 500) @Nullable String actor,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var list = "audit %s %s %s %s".formatted(studentId, actor, from, to);
        var start = cursors.open(list, cursor);
        List<Tuple> rows = entityManager
                .createNativeQuery(ENTRIES, Tuple.class)
                .setParameter("student", text(studentId))
                .setParameter("actor", actor)
                .setParameter("since", text(from))
                .setParameter("until", text(to))
                .setParameter("before", start.isStart() ? Long.MAX_VALUE : start.number(0))
                .setParameter("limit", limit + 1)
                .getResultList();
        return cursors.page(
                list, rows.stream().map(EntryView::of).toList(), limit, entry -> List.of(Long.toString(entry.seq())));
    }

    @GET
    @Path("/audit-verification")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "verifyAudit",
            summary = "Recount the hash chain of the audit trail and name the first broken entry")
    @APIResponse(responseCode = "200", description = "Whether the trail is whole, or where it first breaks")
    public VerificationView verify() {
        var row = (Tuple) entityManager
                .createNativeQuery(
                        "SELECT sealed, broken_position, broken_entry, reason FROM verify_audit()", Tuple.class)
                .getSingleResult();
        var reason = row.get("reason", String.class);
        var position = (Number) row.get("broken_position");
        return new VerificationView(
                reason == null,
                ((Number) row.get("sealed")).longValue(),
                position == null ? null : position.longValue(),
                row.get("broken_entry", UUID.class),
                reason);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
