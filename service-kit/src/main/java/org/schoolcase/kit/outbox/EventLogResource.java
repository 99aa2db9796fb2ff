package org.schoolcase.kit.outbox;

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

/** What this service has told the others in the last days: each event once, without its data. */
@Path("/v1/events")
@Tag(name = "events")
@RunOnVirtualThread
public class EventLogResource {

    private static final String EVENTS = """
            SELECT id, seq, topic, event_key, type, occurred_at, sent_at
              FROM outbox_event
             WHERE district_id = current_district()
               AND (CAST(:key AS text) IS NULL OR event_key = CAST(:key AS text))
               AND seq < :before
             ORDER BY seq DESC LIMIT :limit
            """;

    /** One event. {@code sentAt} is null while it waits. */
    public record EventView(
            UUID id,
            String topic,
            UUID key,

            @Schema(examples = "org.schoolcase.case.opened.v1")
            String type,

            Instant occurredAt,
            @Nullable Instant sentAt,

            @Schema(hidden = true) @com.fasterxml.jackson.annotation.JsonIgnore
            long seq) {

        static EventView of(Tuple row) {
            return new EventView(
                    row.get("id", UUID.class),
                    row.get("topic", String.class),
                    UUID.fromString(row.get("event_key", String.class)),
                    row.get("type", String.class),
                    row.get("occurred_at", Instant.class),
                    row.get("sent_at", Instant.class),
                    ((Number) row.get("seq")).longValue());
        }
    }

    private final EntityManager entityManager;
    private final Cursors cursors;

    EventLogResource(EntityManager entityManager, Cursors cursors) {
        this.entityManager = entityManager;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listEvents", summary = "List the events of the last days, newest first")
    @APIResponse(responseCode = "200", description = "A page of events")
    @APIResponse(responseCode = "400", description = "cursor.invalid, validation.failed")
    @SuppressWarnings("unchecked") // the query names a Tuple
    public Page<EventView> list(
            @QueryParam("key") @Nullable UUID key,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var list = "events " + key;
        var start = cursors.open(list, cursor);
        List<Tuple> rows = entityManager
                .createNativeQuery(EVENTS, Tuple.class)
                .setParameter("key", key == null ? null : key.toString())
                .setParameter("before", start.isStart() ? Long.MAX_VALUE : start.number(0))
                .setParameter("limit", limit + 1)
                .getResultList();
        return cursors.page(
                list, rows.stream().map(EventView::of).toList(), limit, event -> List.of(Long.toString(event.seq())));
    }
}
