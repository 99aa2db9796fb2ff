package org.schoolcase.students.roster.oneroster;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One standard column of a roster file, and the table column that keeps it.
 *
 * @param name header, as in the standard
 * @param sqlName column of the roster table; null when the cell is checked but not kept
 * @param values the enumeration's tokens; empty for other types
 * @param target name of the file that a reference points into; null for other types
 */
public record Column(
        String name,
        @Nullable String sqlName,
        CellType type,
        boolean required,
        Set<String> values,
        @Nullable String target) {

    static Column text(String name, String sqlName) {
        return new Column(name, sqlName, CellType.TEXT, false, Set.of(), null);
    }

    static Column typed(String name, String sqlName, CellType type) {
        return new Column(name, sqlName, type, false, Set.of(), null);
    }

    static Column enumeration(String name, String sqlName, Set<String> values) {
        return new Column(name, sqlName, CellType.ENUM, false, values, null);
    }

    static Column ref(String name, String sqlName, String target) {
        return new Column(name, sqlName, CellType.REF, false, Set.of(), target);
    }

    static Column refs(String name, String sqlName, String target) {
        return new Column(name, sqlName, CellType.REFS, false, Set.of(), target);
    }

    static Column unkept(String name, CellType type) {
        return new Column(name, null, type, false, Set.of(), null);
    }

    Column require() {
        return new Column(name, sqlName, type, true, values, target);
    }

    public boolean kept() {
        return sqlName != null;
    }

    public boolean refers() {
        return target != null;
    }
}
