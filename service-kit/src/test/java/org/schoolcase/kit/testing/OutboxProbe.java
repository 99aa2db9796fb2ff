package org.schoolcase.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the others were told: the events that a district's requests have stored, in order. */
public final class OutboxProbe {

    /** An event. Data is null for a tombstone. */
    public record Sent(
            UUID id,
            String topic,
            String type,
            String key,
            @Nullable JsonNode data) {}

    private OutboxProbe() {}

    /** All events of a district. */
    public static List<Sent> of(TestDistrict district) {
        return of(district.id());
    }

    /** All events of a district. */
    public static List<Sent> of(UUID districtId) {
        var json = JsonMapper.builder().build();
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement(
                        "SELECT id, topic, type, event_key, data::text FROM outbox_event WHERE district_id = ? ORDER BY seq")) {
            statement.setObject(1, districtId);
            var events = new ArrayList<Sent>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var data = rows.getString(5);
                    events.add(new Sent(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            data == null ? null : json.readTree(data)));
                }
            }
            return events;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The types only, for short assertions. */
    public static List<String> types(TestDistrict district) {
        return of(district).stream().map(Sent::type).toList();
    }
}
