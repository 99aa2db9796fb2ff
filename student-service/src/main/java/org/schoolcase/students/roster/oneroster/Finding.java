package org.schoolcase.students.roster.oneroster;

import org.jspecify.annotations.Nullable;

/** Something wrong in a package: where, what, and of which form the value was; never the value, which may be personal. */
public record Finding(
        Severity severity,
        String code,
        String file,
        long line,
        @Nullable String column,
        @Nullable String valueClass) {

    /** A warning is a quirk that was understood; an error keeps its row out. */
    public enum Severity {
        WARNING,
        ERROR
    }

    /** Something that is missing without harm. */
    public static Finding quirk(String code, String file, long line, String column) {
        return new Finding(Severity.WARNING, code, file, line, column, null);
    }

    static Finding warning(String code, String file, long line, String column, String value) {
        return new Finding(Severity.WARNING, code, file, line, column, ValueClass.of(value));
    }

    /** A reference into nothing, or a repeated id: the id itself says nothing about its form. */
    public static Finding fault(String code, String file, long line, @Nullable String column) {
        return new Finding(Severity.ERROR, code, file, line, column, null);
    }

    static Finding error(String code, String file, long line, @Nullable String column, String value) {
        return new Finding(Severity.ERROR, code, file, line, column, ValueClass.of(value));
    }
}
