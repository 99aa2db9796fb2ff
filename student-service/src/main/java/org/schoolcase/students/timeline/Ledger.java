package org.schoolcase.students.timeline;

/** The kinds of dated entries, each in a table of its own, all of the same shape. */
public enum Ledger {
    FLAG("student_flag", "flag", "kind, source, night_residence, unaccompanied", "kind"),
    RIGHTS(
            "rights_period",
            "rights",
            "guardian_id, authority, effect, document_reference",
            "guardian_id, authority, effect"),
    COURT_ORDER(
            "court_order",
            "court-order",
            "guardian_id, kind, custody, protected_guardian_ids, revokes_record_access, court, document_reference",
            "guardian_id, kind, document_reference"),
    CONTACT(
            "contact_means",
            "contact-means",
            "guardian_id, kind, value, call_from, call_until, do_not_use, limits",
            "guardian_id, kind, value");

    private final String table;
    private final String entity;
    private final String details;
    private final String same;

    Ledger(String table, String entity, String details, String same) {
        this.table = table;
        this.entity = entity;
        this.details = details;
        this.same = same;
    }

    /** The table. */
    public String table() {
        return table;
    }

    /** What an entry is called in the audit trail. */
    public String entity() {
        return entity;
    }

    /** The columns that only this kind has. */
    String details() {
        return details;
    }

    /** The columns that make two entries the same, of which only one may hold on a day. */
    String same() {
        return same;
    }
}
