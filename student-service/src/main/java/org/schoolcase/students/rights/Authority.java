package org.schoolcase.students.rights;

/** Ground on which a person decides on a student's education; each is a rule with its citation in table rights_rule. */
public enum Authority {
    NATURAL_PARENT(false),
    FOSTER_PARENT(false),
    LEGAL_GUARDIAN(false),
    ACTING_PARENT(false),
    SURROGATE(true),
    COURT_ORDER(true),
    ADULT_STUDENT(false),
    STUDENT_REPRESENTATIVE(true);

    private final boolean needsDocument;

    Authority(boolean needsDocument) {
        this.needsDocument = needsDocument;
    }

    /** Whether there is an order or appointment that must be named. */
    boolean needsDocument() {
        return needsDocument;
    }
}
