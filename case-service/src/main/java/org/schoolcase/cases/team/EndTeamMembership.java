package org.schoolcase.cases.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.casefile.TeamMember;

/** Use case: somebody leaves the team of a case, unless he would leave a duty behind. */
@ApplicationScoped
class EndTeamMembership {

    private static final int LONGEST_AHEAD = 366;

    sealed interface Outcome {
        record Ended(TeamMemberView member) implements Outcome {}

        record UnknownMember() implements Outcome {}

        record OverAlready() implements Outcome {}

        record ManagerNeeded() implements Outcome {}

        record OutOfOrder(LocalDate from) implements Outcome {}

        /** The tasks that nobody would have. */
        record TasksLeft(List<UUID> tasks) implements Outcome {}
    }

    private final TeamGround ground;
    private final EndTeamMembershipAction action;
    private final TeamMembers members;
    private final TeamNotes notes;

    EndTeamMembership(TeamGround ground, EndTeamMembershipAction action, TeamMembers members, TeamNotes notes) {
        this.ground = ground;
        this.action = action;
        this.members = members;
        this.notes = notes;
    }

    @Transactional
    Outcome handle(UUID caseId, UUID memberId, LocalDate lastDay) {
        var file = ground.openFor(action, caseId);
        return members.find(caseId, memberId)
                .map(member -> decide(file, member, lastDay))
                .orElseGet(Outcome.UnknownMember::new);
    }

    private Outcome decide(CaseFile file, Membership member, LocalDate lastDay) {
        var today = ground.today();
        if (member.isOver(today)) {
            return new Outcome.OverAlready();
        }
        if (member.role() == TeamMember.Role.CASE_MANAGER) {
            return new Outcome.ManagerNeeded();
        }
        if (lastDay.isBefore(member.from()) || lastDay.isAfter(today.plusDays(LONGEST_AHEAD))) {
            return new Outcome.OutOfOrder(member.from());
        }
        var tasks = members.tasksLeftBy(member, today);
        return tasks.isEmpty() ? end(file, member, lastDay) : new Outcome.TasksLeft(tasks);
    }

    private Outcome end(CaseFile file, Membership member, LocalDate lastDay) {
        members.end(member.id(), lastDay);
        var ended =
                new Membership(member.id(), member.caseId(), member.staffId(), member.role(), member.from(), lastDay);
        notes.ended(file, ended, lastDay);
        return new Outcome.Ended(members.view(file.id(), member.id(), ground.today()));
    }
}
