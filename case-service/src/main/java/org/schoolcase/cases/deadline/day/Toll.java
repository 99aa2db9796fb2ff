package org.schoolcase.cases.deadline.day;

/**
 * Which stretches without school a clock of calendar days leaves out.
 *
 * @param kind breaks of the year, or summer between two years
 * @param atLeast how many days of the school week a break must take to be left out
 * @param closures whether only holidays and breaks make up a break, or every day without school
 * @param summerToo whether days between two school years are such a break
 * @param edges which days around it go with it
 * @param citation where the law says so
 */
public record Toll(Kind kind, int atLeast, Closures closures, boolean summerToo, Edges edges, String citation) {

    /** Breaks inside a year, or the summer. */
    public enum Kind {
        BREAK,
        SUMMER
    }

    /** What makes up a break. */
    public enum Closures {
        VACATIONS,
        ALL
    }

    /** Where the stretch that is left out begins and ends; law is often silent on the weekend before. */
    public enum Edges {
        /** From the first vacated weekday to the day before school reconvenes: the earlier due date. */
        FIRST_VACATED_WEEKDAY,
        /** From the day after the last school day to the day before school reconvenes. */
        WHOLE_GAP,
        /** The days that the calendar names, and no others. */
        OWN_DATES
    }
}
