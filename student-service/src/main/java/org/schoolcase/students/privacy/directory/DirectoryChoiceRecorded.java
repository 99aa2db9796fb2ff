package org.schoolcase.students.privacy.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: a family decided whether directory information may be disclosed. */
record DirectoryChoiceRecorded(UUID choiceId, UUID studentId, boolean optedOut, LocalDate fromOn) implements Event {

    @Override
    public UUID key() {
        return studentId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.directory-choice-recorded.v1";
    }
}
