package org.schoolcase.students.indicator.intake;

/** The codes that delivered data use. */
final class Codes {

    /** Attendance on a day, with the number that is stored and the percent of the day usually missed. */
    enum Attendance {
        PRESENT(0, 0),
        TARDY(1, 0),
        ABSENT_EXCUSED(2, 100),
        ABSENT_UNEXCUSED(3, 100),
        SUSPENDED(4, 100),
        ABSENT(5, 100);

        private final int number;
        private final int missed;

        Attendance(int number, int missed) {
            this.number = number;
            this.missed = missed;
        }

        int number() {
            return number;
        }

        int usuallyMissed() {
            return missed;
        }
    }

    /** Weight of an incident. */
    enum Incident {
        MINOR,
        MAJOR
    }

    /** What the school did. */
    enum Response {
        NONE,
        CONFERENCE,
        DETENTION,
        IN_SCHOOL_SUSPENSION,
        OUT_OF_SCHOOL_SUSPENSION,
        EXPULSION
    }

    /** Subject of a course; CONDUCT for a mark of behaviour. */
    enum Subject {
        ENGLISH,
        MATHEMATICS,
        SCIENCE,
        SOCIAL_STUDIES,
        OTHER,
        CONDUCT
    }

    /** Where a result stands to the instrument's own benchmark. */
    enum Benchmark {
        ABOVE,
        AT,
        BELOW,
        WELL_BELOW
    }

    private Codes() {}
}
