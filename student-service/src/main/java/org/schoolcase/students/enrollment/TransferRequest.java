package org.schoolcase.students.enrollment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.timeline.Period;

/** A transfer from (IN) or to (OUT) another school, named as text because it is none of the district's. */
public record TransferRequest(
        @NotNull Direction direction,

        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String organization,

        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String otherDistrict,

        @NotNull LocalDate effectiveOn,
        @NotNull Boolean planInForce) {

    /** The new school has asked for the records. */
    public record RecordsRequested(@NotNull LocalDate requestedOn) {}

    /** The former school has answered. */
    public record RecordsAnswered(
            @NotNull LocalDate answeredOn, @NotNull RecordsAnswer answer) {}

    StudentTransfer.Details details(UUID studentId) {
        var effective = new Period(effectiveOn, null).beginsOn();
        return new StudentTransfer.Details(
                studentId, direction, organization.strip(), otherDistrict, effective, planInForce);
    }
}
