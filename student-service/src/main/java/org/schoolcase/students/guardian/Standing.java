package org.schoolcase.students.guardian;

/** What a guardian may do today, by the timelines of rights and court orders. */
record Standing(boolean educationalRights, boolean mayContact, boolean barred) {

    static final Standing NONE = new Standing(false, false, false);
}
