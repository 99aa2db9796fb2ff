package org.schoolcase.students.roster.merge;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.kit.id.Ids;

/** Makes the ids of roster records; remembers the latest, since a class or school is named by many rows. */
final class RowIds {

    private static final int REMEMBERED = 20_000;

    private final UUID districtId;
    private final Map<String, UUID> known = new HashMap<>();

    RowIds(UUID districtId) {
        this.districtId = districtId;
    }

    UUID of(String kind, String sourcedId) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(kind + ":" + sourcedId, name -> Ids.named(districtId, name));
    }

    UUID fresh(String kind, String sourcedId) {
        return Ids.named(districtId, kind + ":" + sourcedId);
    }

    /** Digest of a row's content; chance, not malice, is what it must withstand. */
    static UUID digest(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }
}
