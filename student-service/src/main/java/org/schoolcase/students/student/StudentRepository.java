package org.schoolcase.students.student;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.access.Relation;

/** The student records. */
@ApplicationScoped
class StudentRepository {

    private static final String BY_ID = "select " + StudentView.COLUMNS + " from student s where s.id = ?";
    private static final String BY_ID_NOW_OR_ONCE = "select " + StudentView.COLUMNS
            + " from student s where s.id = (select coalesce(m.merged_into, m.id) from student m where m.id = ?)";

    private final Rows rows;

    StudentRepository(Rows rows) {
        this.rows = rows;
    }

    /** Data and permission in one select; the id of a merged record finds the one that goes on. */
    Optional<StudentView.Versioned> find(UUID id, Relation relation) {
        return rows.first(Query.of(BY_ID_NOW_OR_ONCE, id).and(relation), StudentView.Versioned::of);
    }

    /** As find, and keeps others from changing the record until the transaction ends. */
    Optional<StudentView.Versioned> findForUpdate(UUID id, Relation relation) {
        return rows.first(Query.of(BY_ID, id).and(relation).plus(" for update of s"), StudentView.Versioned::of);
    }
}
