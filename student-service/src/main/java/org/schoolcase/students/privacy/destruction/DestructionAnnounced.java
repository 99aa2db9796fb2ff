package org.schoolcase.students.privacy.destruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: the record of a student is to be destroyed, not before a day; the family is told (34 CFR 300.624(a)). */
record DestructionAnnounced(UUID destructionId, UUID studentId, LocalDate earliestOn, Instant at) implements Event {

    @Override
    public UUID key() {
        return studentId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.destruction-announced.v1";
    }
}
