package org.schoolcase.students.student;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.students.access.Rows;
import org.schoolcase.students.access.StudentAccess;

/** Use case: the school records the name a student goes by. The roster never changes it. */
@ApplicationScoped
class RecordPreferredName {

    private final StudentAccess access;
    private final StudentRepository students;
    private final StudentProfiles profiles;
    private final Rows rows;
    private final FieldWriter.Told told;

    RecordPreferredName(
            StudentAccess access,
            StudentRepository students,
            StudentProfiles profiles,
            Rows rows,
            FieldWriter.Told told) {
        this.access = access;
        this.students = students;
        this.profiles = profiles;
        this.rows = rows;
        this.told = told;
    }

    @Transactional
    StudentView.Versioned handle(UUID studentId, @Nullable String name, @Nullable String ifMatch) {
        var relation = access.relation();
        var before = students.findForUpdate(studentId, relation).orElseThrow(() -> access.refused(studentId));
        ETags.requireMatch(ifMatch, before.version());
        told.history(FieldChangeKind.CHANGE, null, access.today());
        rows.write("update student set preferred_given_name = ? where id = ?", name, studentId);
        told.historyDone();
        profiles.changed(studentId);
        told.trail(studentId, "student.record-preferred-name", StudentField.PREFERRED_GIVEN_NAME);
        return students.find(studentId, relation).orElseThrow();
    }
}
