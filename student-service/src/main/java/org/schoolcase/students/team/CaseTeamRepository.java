package org.schoolcase.students.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.team.CaseTeamConsumer.CaseOpened;
import org.schoolcase.students.team.CaseTeamConsumer.HandedOver;
import org.schoolcase.students.team.CaseTeamConsumer.TeamChanged;

/**
 * The teams of open cases. A membership is known by case, person, role and first day. The case of a merged record is the
 * surviving one's, and a closed case stays closed, in whatever order the news arrive.
 */
@ApplicationScoped
class CaseTeamRepository {

    private static final String CASE_MANAGER = "CASE_MANAGER";

    private static final String ADD = """
            insert into case_team (student_id, told_for, staff_id, case_id, role, from_on, to_on)
            select coalesce((select m.merged_into from student m where m.id = ?), ?), ?, ?, ?, ?, ?,
                   coalesce(cast(? as date), 'infinity')
             where not exists (select from closed_case where case_id = ?)
            on conflict do nothing""";

    private static final String SET_LAST_DAY = """
            update case_team set to_on = coalesce(cast(? as date), 'infinity')
             where case_id = ? and staff_id = ? and role = ? and from_on = ?""";

    /** What began that day or later never was. */
    private static final String END = """
            update case_team set to_on = cast(? as date) - 1
             where case_id = ? and staff_id = ? and to_on >= cast(? as date)""";

    /** Who is on the team in the role for good already, keeps that membership, as in the case service. */
    private static final String TAKE = """
            insert into case_team (student_id, told_for, staff_id, case_id, role, from_on)
            select coalesce((select m.merged_into from student m where m.id = ?), ?), ?, ?, ?, ?, ?
             where not exists (select from closed_case where case_id = ?)
               and not exists (select from case_team t where t.case_id = ? and t.staff_id = ? and t.role = ?
                                                         and t.to_on = 'infinity')
            on conflict (district_id, staff_id, student_id, case_id, role, from_on) do update set to_on = 'infinity'""";

    private final Rows rows;

    CaseTeamRepository(Rows rows) {
        this.rows = rows;
    }

    void open(CaseOpened opened) {
        rows.write("delete from case_team where case_id = ? and role = 'UNTOLD'", opened.caseId());
        add(new TeamChanged(
                opened.caseId(), opened.studentId(), opened.caseManagerId(), CASE_MANAGER, opened.openedOn(), null));
    }

    /** On the team, or until when he is. */
    void change(TeamChanged change) {
        rows.write(
                "delete from case_team where case_id = ? and staff_id = ? and role = 'UNTOLD'",
                change.caseId(),
                change.staffId());
        var known = rows.write(
                SET_LAST_DAY, change.toOn(), change.caseId(), change.staffId(), change.role(), change.fromOn());
        if (known == 0) {
            add(change);
        }
    }

    /** From the day on the one is off the team, and the other on it in his roles. */
    void handOver(HandedOver done) {
        var day = done.handedOn();
        rows.write(END, day, done.caseId(), done.fromStaffId(), day);
        done.roles().forEach(role -> take(done, role, day));
    }

    void close(UUID caseId) {
        rows.write("insert into closed_case (case_id) values (?) on conflict do nothing", caseId);
        rows.write("delete from case_team where case_id = ?", caseId);
    }

    private void take(HandedOver done, String role, LocalDate day) {
        var student = done.studentId();
        var caseId = done.caseId();
        var staff = done.toStaffId();
        rows.write(TAKE, student, student, student, staff, caseId, role, day, caseId, caseId, staff, role);
    }

    private void add(TeamChanged member) {
        rows.write(
                ADD,
                member.studentId(),
                member.studentId(),
                member.studentId(),
                member.staffId(),
                member.caseId(),
                member.role(),
                member.fromOn(),
                member.toOn(),
                member.caseId());
    }
}
