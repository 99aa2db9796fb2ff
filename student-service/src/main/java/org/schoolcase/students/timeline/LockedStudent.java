package org.schoolcase.students.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.access.StudentAccess;

/** Keeps others from writing a student's entries until the transaction ends, so that checks among entries hold. */
@ApplicationScoped
public class LockedStudent {

    private final StudentAccess access;
    private final Rows rows;

    LockedStudent(StudentAccess access, Rows rows) {
        this.access = access;
        this.rows = rows;
    }

    /** As require, without keeping others from writing. */
    public void requireVisible(UUID studentId) {
        access.require(studentId);
    }

    /** Goes on only if the caller may see the student: 404 otherwise. */
    public void require(UUID studentId) {
        var query = Query.of("select 1 from student s where s.id = ?", studentId)
                .and(access.relation())
                .plus(" for no key update of s");
        if (rows.first(query, row -> true).isEmpty()) {
            throw access.refused(studentId);
        }
    }
}
