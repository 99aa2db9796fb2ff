package org.schoolcase.students.privacy.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a part holds, without its rows: kinds with their columns and numbers of rows, and what was withheld. */
record Outline(String service, Map<String, Kind> kinds, JsonNode withheld) {

    /** One kind of record. */
    static final class Kind {

        private final Set<String> columns = new LinkedHashSet<>();
        private long rows;

        void count(JsonNode row) {
            row.fieldNames().forEachRemaining(columns::add);
            rows++;
        }

        Set<String> columns() {
            return columns;
        }

        long rows() {
            return rows;
        }
    }

    static Outline of(PartFile part) {
        var kinds = new LinkedHashMap<String, Kind>();
        var withheld = part.forEachRow(
                (kind, row) -> kinds.computeIfAbsent(kind, _ -> new Kind()).count(row));
        return new Outline(part.service(), kinds, withheld);
    }
}
