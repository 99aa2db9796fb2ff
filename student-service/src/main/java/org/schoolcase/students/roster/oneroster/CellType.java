package org.schoolcase.students.roster.oneroster;

/** Types of OneRoster cells, and the PostgreSQL type each is kept as. */
public enum CellType {
    TEXT("text"),
    TEXTS("text[]"),
    GRADES("text[]"),
    ENUM("text"),
    DATE("date"),
    YEAR("integer"),
    BOOLEAN("boolean"),
    REF("uuid"),
    REFS("uuid[]");

    private final String sqlType;

    CellType(String sqlType) {
        this.sqlType = sqlType;
    }

    public String sqlType() {
        return sqlType;
    }
}
