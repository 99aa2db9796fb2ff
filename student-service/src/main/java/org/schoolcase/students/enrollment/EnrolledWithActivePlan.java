package org.schoolcase.students.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.outbox.Event;

/**
 * Fact: a student with an open case, or with an IEP in force elsewhere, enrolled by a recorded transfer; the trigger tell_enrollment
 * tells the same of the roster's news for who has an open case. The suite holds no plans yet, whatever the type is called.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnrolledWithActivePlan(
        UUID studentId,
        List<UUID> schoolIds,
        List<UUID> caseIds,
        LocalDate enrolledOn,
        @Nullable UUID transferId) implements Event {

    @Override
    @JsonIgnore
    public UUID key() {
        return studentId;
    }

    @Override
    @JsonIgnore
    public String type() {
        return "org.schoolcase.student.enrolled-with-active-plan.v1";
    }
}
