package org.schoolcase.notifications.profile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of {@code org.schoolcase.student.profile.v1} that this service reads. */
record StudentState(
        UUID studentId,
        long version,
        String givenName,
        String familyName,
        @Nullable List<Guardian> guardians) {

    static final String TYPE = "org.schoolcase.student.profile.v1";

    StudentState {
        requireNonNull(studentId, "studentId");
        requireNonNull(givenName, "givenName");
        requireNonNull(familyName, "familyName");
    }

    List<Guardian> guardiansOrNone() {
        return guardians == null ? List.of() : guardians;
    }

    /** {@code Ana María Gómez} is {@code A. G.}: enough for who knows the child, nothing for who does not. */
    String initials() {
        return Stream.of(givenName, familyName)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> Character.toString(Character.toUpperCase(name.codePointAt(0))) + ".")
                .collect(Collectors.joining(" "));
    }
}
