package org.schoolcase.students.roster.merge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.students.roster.oneroster.CellType;
import org.schoolcase.students.roster.oneroster.Column;

/** Makes the ids of roster records; remembers the latest, since a class or school is named by many rows. */
final class RowIds {

    private static final int REMEMBERED = 2_000;

    private final Function<String, UUID> named;
    private final Function<String, UUID> digested = Ids.digesting();
    private final Map<String, Map<String, UUID>> known = new HashMap<>();

    RowIds(UUID districtId) {
        this.named = Ids.naming(districtId);
    }

    UUID of(String kind, String sourcedId) {
        var ids = known.computeIfAbsent(kind, key -> new HashMap<>());
        if (ids.size() >= REMEMBERED) {
            ids.clear();
        }
        return ids.computeIfAbsent(sourcedId, id -> fresh(kind, id));
    }

    /** The ids that a cell of a reference column names. */
    List<UUID> all(Column column, String cell) {
        var kind = Targets.file(column).idKind();
        return column.type() == CellType.REF
                ? List.of(of(kind, cell))
                : Arrays.stream(cell.split(",", -1))
                        .map(element -> of(kind, element.trim()))
                        .toList();
    }

    UUID fresh(String kind, String sourcedId) {
        return named.apply(kind + ":" + sourcedId);
    }

    /** Digest of a row's content; chance, not malice, is what it must withstand. */
    UUID digest(String content) {
        return digested.apply(content);
    }
}
