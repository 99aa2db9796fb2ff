package org.schoolcase.students.ownership;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.ownership.OwnedField.Owner;

/** The owners of all fields that both the roster and the suite know. */
record OwnershipView(List<Field> fields, @JsonIgnore long version) {

    /**
     * One field.
     *
     * @param changedAt when the district settled it; null while it is as usual
     */
    record Field(
            @Schema(examples = "STUDENT.grade") String field,
            Owner owner,
            @Nullable Instant changedAt) {}
}
