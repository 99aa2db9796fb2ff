package org.schoolcase.cases.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.cases.staffprofile.StaffProfiles;
import org.schoolcase.cases.staffprofile.StaffProfiles.Standing;
import org.schoolcase.kit.id.Ids;

/** Use case: a person with a relation to the student comes on the team of his case. */
@ApplicationScoped
class AddTeamMember {

    private static final int LONGEST_AHEAD = 366;

    sealed interface Outcome {
        record Added(TeamMemberView member) implements Outcome {}

        record UnknownStaff() implements Outcome {}

        record WithoutRelation() implements Outcome {}

        record DatesOutOfOrder(String pointer, String detail) implements Outcome {}

        record AlreadyMember() implements Outcome {}

        record ManagerThere() implements Outcome {}
    }

    private final TeamGround ground;
    private final AddTeamMemberAction action;
    private final TeamMembers members;
    private final StaffProfiles staff;
    private final TeamNotes notes;

    AddTeamMember(
            TeamGround ground, AddTeamMemberAction action, TeamMembers members, StaffProfiles staff, TeamNotes notes) {
        this.ground = ground;
        this.action = action;
        this.members = members;
        this.staff = staff;
        this.notes = notes;
    }

    @Transactional
    Outcome handle(UUID caseId, TeamMemberRequest wanted) {
        var file = ground.openFor(action, caseId);
        var today = ground.today();
        var fault = datesFault(file, wanted, today);
        if (fault != null) {
            return fault;
        }
        var standing = staff.standing(wanted.staffId(), file.studentId());
        if (standing != Standing.FIT) {
            return standing == Standing.UNKNOWN ? new Outcome.UnknownStaff() : new Outcome.WithoutRelation();
        }
        if (wanted.role() == TeamMember.Role.CASE_MANAGER && members.hasManager(caseId, wanted.from())) {
            return new Outcome.ManagerThere();
        }
        return members.isMember(caseId, wanted) ? new Outcome.AlreadyMember() : add(file, wanted, today);
    }

    private Outcome add(CaseFile file, TeamMemberRequest wanted, LocalDate today) {
        var member = new Membership(Ids.next(), file.id(), wanted.staffId(), wanted.role(), wanted.from(), wanted.to());
        members.add(member);
        notes.added(file, member);
        return new Outcome.Added(members.view(file.id(), member.id(), today));
    }

    private static Outcome.@Nullable DatesOutOfOrder datesFault(
            CaseFile file, TeamMemberRequest wanted, LocalDate today) {
        if (wanted.from().isBefore(file.receivedOn()) || wanted.from().isAfter(today.plusDays(LONGEST_AHEAD))) {
            return new Outcome.DatesOutOfOrder(
                    "/from", "Not before the referral, %s, and at most a year ahead.".formatted(file.receivedOn()));
        }
        if (wanted.to() == null) {
            return null;
        }
        if (wanted.role() == TeamMember.Role.CASE_MANAGER) {
            return new Outcome.DatesOutOfOrder("/to", "A case manager stays until the case is handed over.");
        }
        return wanted.to().isBefore(wanted.from())
                ? new Outcome.DatesOutOfOrder("/to", "The last day is before the first.")
                : null;
    }
}
