package org.schoolcase.notifications.profile;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
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
        @Nullable String language,
        @Nullable String email,
        boolean studentHoldsRights,
        @Nullable List<RightsSpan> rightsHeld,
        @Nullable List<GuardianState> guardians) {

    static final String TYPE = "org.schoolcase.student.profile.v1";

    /** A guardian as he is told; {@code addedAt} says when the school had him as one. */
    record GuardianState(
            UUID guardianId,
            @Nullable String language,
            @Nullable String email,
            boolean mayContact,
            boolean educationalRights,
            @Nullable Instant addedAt) {

        boolean isNew(Guardian known, @Nullable LocalDate rightsSince) {
            return (mayContact && !known.mayContact())
                    || (educationalRights && !known.educationalRights() && rightsSince == null);
        }
    }

    StudentState {
        requireNonNull(studentId, "studentId");
        requireNonNull(givenName, "givenName");
        requireNonNull(familyName, "familyName");
    }

    /** The guardians; who was not entitled, and is now without dates that say since when, may be so since this was told. */
    List<Guardian> guardians(List<Guardian> before, Moment told) {
        return guardians == null
                ? List.of()
                : guardians.stream()
                        .map(guardian -> guardian(guardian, before, told))
                        .toList();
    }

    /** Whether it says who held the rights when. */
    boolean datesRights() {
        return rightsHeld != null;
    }

    /** Since when the student has held the rights himself. */
    @Nullable
    LocalDate ownRightsSince(Moment told) {
        return RightsSpan.since(null, rightsHeld, told.day());
    }

    /** Whether the student holds the rights, and has them from this guardian; nobody's passed where it is not dated. */
    private boolean passedFrom(UUID guardianId, Moment told) {
        var since = ownRightsSince(told);
        return studentHoldsRights && since != null && RightsSpan.passedFrom(guardianId, rightsHeld, since);
    }

    private Guardian guardian(GuardianState now, List<Guardian> before, Moment told) {
        var rightsSince = RightsSpan.since(now.guardianId(), rightsHeld, told.day());
        var since = before.stream()
                .filter(known -> known.guardianId().equals(now.guardianId()))
                .findFirst()
                .map(known -> now.isNew(known, rightsSince) ? told.at() : known.contactableSince())
                .orElse(null);
        return new Guardian(
                now.guardianId(),
                now.language(),
                now.email(),
                now.mayContact(),
                now.educationalRights(),
                passedFrom(now.guardianId(), told),
                later(since, now.addedAt()),
                rightsSince);
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
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
