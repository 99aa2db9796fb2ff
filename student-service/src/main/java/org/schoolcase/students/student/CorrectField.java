package org.schoolcase.students.student;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.students.access.StudentAccess;

/** Use case: the school changes or corrects a field that it owns; what the roster owns is corrected there. */
@ApplicationScoped
class CorrectField {

    /** Who asks for what, and the version he saw. */
    record Command(
            UUID studentId,
            FieldChangeRequest wanted,
            LocalDate today,
            @Nullable String ifMatch) {}

    /** What came of it. */
    sealed interface Outcome {
        record Recorded(FieldChangeView change, long version) implements Outcome {}

        /** The field is the student information system's. */
        record OwnedByRoster() implements Outcome {}

        /** It is so already. */
        record Unchanged() implements Outcome {}
    }

    private final StudentAccess access;
    private final StudentRepository students;
    private final LocalFields local;
    private final FieldHistory history;
    private final FieldWriter writer;

    CorrectField(
            StudentAccess access,
            StudentRepository students,
            LocalFields local,
            FieldHistory history,
            FieldWriter writer) {
        this.access = access;
        this.students = students;
        this.local = local;
        this.history = history;
        this.writer = writer;
    }

    @Transactional
    Outcome handle(Command command) {
        var studentId = command.studentId();
        var wanted = command.wanted();
        var before = students.findForUpdate(studentId, access.relation()).orElseThrow(() -> access.refused(studentId));
        if (!local.isLocal(wanted.field())) {
            return new Outcome.OwnedByRoster();
        }
        ETags.requireMatch(command.ifMatch(), before.version());
        var days = FieldDays.of(wanted, command.today(), history.since(studentId, wanted.field(), command.today()));
        if (!writer.write(studentId, wanted, days)) {
            return new Outcome.Unchanged();
        }
        var after = students.find(studentId, access.relation()).orElseThrow();
        return new Outcome.Recorded(history.newest(studentId, wanted.field()), after.version());
    }
}
