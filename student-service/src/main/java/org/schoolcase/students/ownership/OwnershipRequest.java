package org.schoolcase.students.ownership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.schoolcase.students.ownership.OwnedField.Owner;

/** The owners as they shall be; a field that is not named goes back to its usual one. */
record OwnershipRequest(@NotNull @Size(max = 50) List<@NotNull @Valid Field> fields) {

    /** One field. */
    record Field(
            @NotBlank @Size(max = 60) String field, @NotNull Owner owner) {}
}
