package org.schoolcase.students.roster.oneroster;

import org.jspecify.annotations.Nullable;

/** The package as a whole cannot be read: no ZIP, no manifest, a wrong header, a broken quote. Nothing of it is imported. */
public final class PackageFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String file;
    private final long line;
    private final @Nullable String column;

    PackageFault(String code, String file, long line, @Nullable String column, String detail) {
        super(detail);
        this.code = code;
        this.file = file;
        this.line = line;
        this.column = column;
    }

    static PackageFault ofPackage(String code, String detail) {
        return new PackageFault(code, "", 0, null, detail);
    }

    static PackageFault ofFile(String code, String file, String detail) {
        return new PackageFault(code, file, 0, null, detail);
    }

    /** Stable code, such as {@code manifest.invalid_header}. */
    public String code() {
        return code;
    }

    /** File inside the package, or empty when the package itself is at fault. */
    public String file() {
        return file;
    }

    /** Line in the file, counted from 1; 0 when no line is at fault. */
    public long line() {
        return line;
    }

    public @Nullable String column() {
        return column;
    }

    /** What is wrong, in words that repeat no value of the package. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
