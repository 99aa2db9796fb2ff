package org.schoolcase.students.student;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.access.StudentAccess;
import org.schoolcase.students.ownership.FieldOwners;
import org.schoolcase.students.ownership.OwnedField;

/** Use case: the school records the name a student goes by. The roster does not change it, unless the district lets it. */
@ApplicationScoped
class RecordPreferredName {

    private final StudentAccess access;
    private final StudentRepository students;
    private final StudentProfiles profiles;
    private final Rows rows;
    private final FieldWriter.Told told;
    private final FieldOwners owners;

    RecordPreferredName(
            StudentAccess access,
            StudentRepository students,
            StudentProfiles profiles,
            Rows rows,
            FieldWriter.Told told,
            FieldOwners owners) {
        this.access = access;
        this.students = students;
        this.profiles = profiles;
        this.rows = rows;
        this.told = told;
        this.owners = owners;
    }

    @Transactional
    StudentView.Versioned handle(UUID studentId, @Nullable String name, @Nullable String ifMatch) {
        var relation = access.relation();
        var before = students.findForUpdate(studentId, relation).orElseThrow(() -> access.refused(studentId));
        ETags.requireMatch(ifMatch, before.version());
        owners.requireLocal(OwnedField.STUDENT_PREFERRED_GIVEN_NAME);
        told.history(FieldChangeKind.CHANGE, null, access.today());
        rows.write("update student set preferred_given_name = ? where id = ?", name, studentId);
        told.historyDone();
        profiles.changed(studentId);
        told.trail(studentId, "student.record-preferred-name", StudentField.PREFERRED_GIVEN_NAME);
        return students.find(studentId, relation).orElseThrow();
    }
}
