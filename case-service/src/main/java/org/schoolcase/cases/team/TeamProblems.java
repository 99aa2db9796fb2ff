package org.schoolcase.cases.team;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.problem.ProblemException;

/** The refusals of changes of a team. */
final class TeamProblems {

    private TeamProblems() {}

    static ProblemException unknownStaff() {
        var detail = "The district has no such member of staff now.";
        return ProblemException.unprocessable("team.staff-unknown", detail)
                .field("/staffId", "team.staff-unknown", detail);
    }

    static ProblemException withoutRelation() {
        var detail = "He works neither at the student's school nor for the whole district.";
        return ProblemException.unprocessable("team.staff-without-relation", detail)
                .field("/staffId", "team.staff-without-relation", detail)
                .citing("34 CFR 99.31(a)(1)");
    }

    static ProblemException datesOutOfOrder(String pointer, String detail) {
        return ProblemException.unprocessable("team.dates-out-of-order", detail).field(pointer, "out-of-order", detail);
    }

    static ProblemException lastDayOutOfOrder(LocalDate from) {
        return datesOutOfOrder("/lastDay", "Not before the first day, %s, and at most a year ahead.".formatted(from));
    }

    static ProblemException alreadyMember() {
        return ProblemException.conflict("team.already-member", "He is on the team in this role already.");
    }

    static ProblemException managerThere() {
        return ProblemException.conflict(
                "team.case-manager-there", "The case has a case manager; hand the case over instead.");
    }

    static ProblemException managerNeeded() {
        return ProblemException.conflict(
                "team.case-manager-needed", "A case keeps a case manager; hand the case over instead.");
    }

    static ProblemException overAlready() {
        return ProblemException.conflict("team.ended-already", "He is off the team already.");
    }

    static ProblemException tasksLeft(List<UUID> tasks) {
        return ProblemException.conflict(
                        "team.open-tasks",
                        "He has open tasks in the case; hand them over or give them to others first.")
                .with("tasks", tasks);
    }
}
