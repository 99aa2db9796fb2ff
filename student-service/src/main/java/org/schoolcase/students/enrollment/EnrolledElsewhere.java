package org.schoolcase.students.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: a student goes to another school or district. */
record EnrolledElsewhere(UUID studentId, UUID transferId, List<UUID> caseIds, LocalDate effectiveOn) implements Event {

    @Override
    @JsonIgnore
    public UUID key() {
        return studentId;
    }

    @Override
    @JsonIgnore
    public String type() {
        return "org.schoolcase.student.enrolled-elsewhere.v1";
    }
}
