package org.schoolcase.students.calendar.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Policy: what a year must be like to be counted with. */
public final class PlanCheck {

    /** Days from the first to the last of a year, at most. */
    public static final int LONGEST = 400;

    /** A place in the request and what is wrong there. */
    public record Fault(String pointer, String code, String detail) {}

    private final List<Fault> faults = new ArrayList<>();
    private final YearPlan plan;

    private PlanCheck(YearPlan plan) {
        this.plan = plan;
    }

    /**
     * The faults of a plan, none if it is sound.
     *
     * @param startYear calendar year in which the school year begins by its name
     */
    public static List<Fault> faults(YearPlan plan, int startYear) {
        var check = new PlanCheck(plan);
        check.ends(startYear);
        if (check.faults.isEmpty()) {
            check.noSchool();
            check.singleDays();
            check.summer();
        }
        if (check.faults.isEmpty() && plan.schoolDays().isEmpty()) {
            check.add("/weekdays", "year.without-school-days", "No day of this year is a school day.");
        }
        return check.faults;
    }

    private void ends(int startYear) {
        if (!plan.lastDay().isAfter(plan.firstDay())
                || plan.lastDay().isAfter(plan.firstDay().plusDays(LONGEST))) {
            add("/lastDay", "year.length", "The last day comes after the first, by 400 days at most.");
        }
        if (plan.firstDay().isBefore(LocalDate.of(startYear, 6, 1))
                || plan.firstDay().isAfter(LocalDate.of(startYear + 1, 5, 31))) {
            add("/firstDay", "year.name", "The first day is not in the year that the path names.");
        }
    }

    private void noSchool() {
        for (int i = 0; i < plan.noSchool().size(); i++) {
            var off = plan.noSchool().get(i);
            if (off.to().isBefore(off.from()) || !plan.contains(off.from()) || !plan.contains(off.to())) {
                add(
                        "/noSchool/" + i,
                        "span.outside-year",
                        "Days without school lie within the year, the last not before the first.");
            }
        }
    }

    private void singleDays() {
        for (int i = 0; i < plan.makeUpDays().size(); i++) {
            if (!plan.contains(plan.makeUpDays().get(i))) {
                add("/makeUpDays/" + i, "day.outside-year", "A make-up day lies within the year.");
            }
        }
        for (int i = 0; i < plan.earlyRelease().size(); i++) {
            if (!plan.on(plan.earlyRelease().get(i)).isSchoolDay()) {
                add("/earlyRelease/" + i, "day.no-school-day", "Only a school day can end early.");
            }
        }
    }

    private void summer() {
        for (int i = 0; i < plan.summerSessions().size(); i++) {
            var session = plan.summerSessions().get(i);
            if (session.to().isBefore(session.from())
                    || !session.from().isAfter(plan.lastDay())
                    || session.to().isAfter(plan.firstDay().plusDays(LONGEST))) {
                add("/summerSessions/" + i, "span.not-summer", "A summer session lies between the year and the next.");
            }
        }
    }

    private void add(String pointer, String code, String detail) {
        faults.add(new Fault(pointer, code, detail));
    }
}
