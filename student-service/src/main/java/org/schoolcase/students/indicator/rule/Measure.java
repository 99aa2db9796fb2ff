package org.schoolcase.students.indicator.rule;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a rule looks at, with the inputs it is made of; empty where the data say nothing. */
public enum Measure {
    ABSENCE_RATE {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            return days.enrolledDays() == 0
                    ? Optional.empty()
                    : Optional.of(Fraction.of(days.absentDays(), days.enrolledDays()));
        }
    },
    ABSENT_DAYS {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            return days.enrolledDays() == 0 ? Optional.empty() : Optional.of(Fraction.of(days.absentDays(), 1));
        }
    },
    INCIDENTS {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            return Optional.ofNullable(facts.behavior()).map(b -> Fraction.of(b.incidents(), 1));
        }
    },
    REMOVALS {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            return Optional.ofNullable(facts.behavior()).map(b -> Fraction.of(b.removals(), 1));
        }
    },
    OUT_OF_SCHOOL_REMOVALS {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            return Optional.ofNullable(facts.behavior()).map(b -> Fraction.of(b.outOfSchoolRemovals(), 1));
        }
    },
    UNSATISFACTORY_CONDUCT {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            var courses = facts.courses();
            return counted(courses.conductMarks(), courses.unsatisfactoryConduct());
        }
    },
    FAILED_COURSES {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            return counted(facts.courses().graded(), facts.courses().failed());
        }
    },
    FAILED_ENGLISH_OR_MATHEMATICS {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            return counted(facts.courses().graded(), facts.courses().failedEnglishOrMathematics());
        }
    },
    FAILED_CORE_MARKS {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            return counted(facts.courses().graded(), facts.courses().failedCoreMarks());
        }
    },
    GRADE_POINT_AVERAGE {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            var courses = facts.courses();
            return courses.withPoints() == 0
                    ? Optional.empty()
                    : Optional.of(new Fraction(courses.points(), BigDecimal.valueOf(courses.withPoints())));
        }
    },
    CREDITS_EARNED {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            var courses = facts.courses();
            return courses.withCredits() == 0 ? Optional.empty() : Optional.of(Fraction.of(courses.credits()));
        }
    },
    SCREENINGS_BELOW {
        @Override
        Optional<Fraction> value(Facts facts, Facts.Attendance days) {
            return counted(facts.screenings().taken(), facts.screenings().below());
        }
    };

    boolean isOfAttendance() {
        return this == ABSENCE_RATE || this == ABSENT_DAYS;
    }

    abstract Optional<Fraction> value(Facts facts, Facts.Attendance days);

    private static Optional<Fraction> counted(long all, long some) {
        return all == 0 ? Optional.empty() : Optional.of(Fraction.of(some, 1));
    }

    /** The sums that the value is made of. */
    Map<String, BigDecimal> inputs(Facts facts, Facts.Attendance days) {
        var inputs = new LinkedHashMap<String, BigDecimal>();
        var courses = facts.courses();
        switch (this) {
            case ABSENCE_RATE, ABSENT_DAYS -> {
                inputs.put("absentDays", BigDecimal.valueOf(days.absentDays()));
                inputs.put("enrolledDays", BigDecimal.valueOf(days.enrolledDays()));
            }
            case INCIDENTS, REMOVALS, OUT_OF_SCHOOL_REMOVALS -> {
                if (facts.behavior() != null) {
                    inputs.put("incidents", BigDecimal.valueOf(facts.behavior().incidents()));
                }
            }
            case UNSATISFACTORY_CONDUCT -> inputs.put("conductMarks", BigDecimal.valueOf(courses.conductMarks()));
            case FAILED_COURSES, FAILED_ENGLISH_OR_MATHEMATICS, FAILED_CORE_MARKS ->
                inputs.put("gradedCourses", BigDecimal.valueOf(courses.graded()));
            case GRADE_POINT_AVERAGE -> {
                inputs.put("gradePoints", courses.points());
                inputs.put("coursesWithPoints", BigDecimal.valueOf(courses.withPoints()));
            }
            case CREDITS_EARNED -> inputs.put("coursesWithCredits", BigDecimal.valueOf(courses.withCredits()));
            case SCREENINGS_BELOW ->
                inputs.put("screenings", BigDecimal.valueOf(facts.screenings().taken()));
        }
        return inputs;
    }
}
