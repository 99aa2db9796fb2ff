package org.schoolcase.students.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.team.CaseTeamConsumer.CaseOpened;

/** The teams of open cases. */
@ApplicationScoped
class CaseTeamRepository {

    private final Rows rows;

    CaseTeamRepository(Rows rows) {
        this.rows = rows;
    }

    /** A closed case stays closed, in whatever order the news arrive; the case of a merged record is the surviving one's. */
    void open(CaseOpened opened) {
        rows.write(
                """
                insert into case_team (student_id, staff_id, case_id)
                select coalesce((select m.merged_into from student m where m.id = ?), ?), ?, ?
                 where not exists (select from closed_case where case_id = ?)
                on conflict do nothing""", opened.studentId(), opened.studentId(), opened.caseManagerId(), opened.caseId(), opened.caseId());
    }

    void close(UUID caseId) {
        rows.write("insert into closed_case (case_id) values (?) on conflict do nothing", caseId);
        rows.write("delete from case_team where case_id = ?", caseId);
    }
}
