package org.schoolcase.students.indicator.intake;

import org.jspecify.annotations.Nullable;

/**
 * A column of a file and of its table.
 *
 * @param preset value where the cell is empty; null: the cell must be filled if required, else the value is null
 */
record Column(
        String name,
        String sqlName,
        String sqlType,
        Cell cell,
        boolean required,
        @Nullable Object preset) {

    static Column required(String name, String sqlName, String sqlType, Cell cell) {
        return new Column(name, sqlName, sqlType, cell, true, null);
    }

    static Column optional(String name, String sqlName, String sqlType, Cell cell) {
        return new Column(name, sqlName, sqlType, cell, false, null);
    }

    static Column preset(String name, String sqlName, String sqlType, Cell cell, Object value) {
        return new Column(name, sqlName, sqlType, cell, false, value);
    }
}
