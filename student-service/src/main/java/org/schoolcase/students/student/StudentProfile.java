package org.schoolcase.students.student;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other services learn of a student: payload of {@code schoolcase.student.state}, as the view student_profile_json builds it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StudentProfile(
        UUID studentId,
        long version,
        String givenName,
        String familyName,
        @Nullable LocalDate birthDate,
        @Nullable String grade,
        List<UUID> schoolIds,
        String language,
        boolean active,
        @Nullable Boolean studentHoldsRights,
        @Nullable String email,
        @Nullable List<Held> rightsHeld,
        List<Guardian> guardians) {

    public static final String TOPIC = "schoolcase.student.state";
    public static final String TYPE = "org.schoolcase.student.profile.v1";

    /** Somebody who held the educational rights, and when; without guardianId the adult student (34 CFR 300.520). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Held(
            @Nullable UUID guardianId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** A guardian, as far as others must know him to inform him and to ask his consent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Guardian(
            UUID guardianId,
            String relation,
            String givenName,
            String familyName,
            String language,
            @Nullable String interpreterLanguage,
            @Nullable String email,
            boolean educationalRights,
            boolean mayContact,
            Instant addedAt) {}
}
