package org.schoolcase.students.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.team.CaseTeamConsumer.CaseOpened;
import org.schoolcase.students.team.CaseTeamConsumer.HandedOver;

/** The teams of open cases. */
@ApplicationScoped
class CaseTeamRepository {

    private final Rows rows;

    CaseTeamRepository(Rows rows) {
        this.rows = rows;
    }

    /** A closed case stays closed, in whatever order the news arrive; the case of a merged record is the surviving one's. */
    void open(CaseOpened opened) {
        add(opened.caseId(), opened.studentId(), opened.caseManagerId());
    }

    /** The one is off the team, the other on it. */
    void handOver(HandedOver handedOver) {
        rows.write(
                "delete from case_team where case_id = ? and staff_id = ?",
                handedOver.caseId(),
                handedOver.fromStaffId());
        add(handedOver.caseId(), handedOver.studentId(), handedOver.toStaffId());
    }

    private void add(UUID caseId, UUID studentId, UUID staffId) {
        rows.write("""
                insert into case_team (student_id, staff_id, case_id)
                select coalesce((select m.merged_into from student m where m.id = ?), ?), ?, ?
                 where not exists (select from closed_case where case_id = ?)
                on conflict do nothing""", studentId, studentId, staffId, caseId, caseId);
    }

    void close(UUID caseId) {
        rows.write("insert into closed_case (case_id) values (?) on conflict do nothing", caseId);
        rows.write("delete from case_team where case_id = ?", caseId);
    }
}
