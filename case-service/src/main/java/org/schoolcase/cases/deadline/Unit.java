package org.schoolcase.cases.deadline;

/** What a rule counts. */
public enum Unit {
    /** Every day, weekends and holidays too: 34 CFR 300.11(a). */
    CALENDAR("calendar day"),
    /** Days on which all children attend for instruction: 34 CFR 300.11(c). */
    SCHOOL("school day"),
    /** Monday to Friday less federal and State holidays: 34 CFR 300.11(b). */
    BUSINESS("business day"),
    /** Monday to Friday, holidays included: 34 CFR 300.148(d)(1)(ii). */
    BUSINESS_WITH_HOLIDAYS("weekday"),
    /** To the same day of a later month. */
    MONTH("month"),
    /** To the same month and day; February 29 becomes February 28. */
    YEAR("year"),
    /** Hours that pass. */
    HOUR("hour");

    private final String word;

    Unit(String word) {
        this.word = word;
    }

    /** The amount as a person says it. */
    String words(int amount) {
        return "%d %s%s".formatted(amount, word, amount == 1 ? "" : "s");
    }
}
