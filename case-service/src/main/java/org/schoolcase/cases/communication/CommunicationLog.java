package org.schoolcase.cases.communication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Rows;

/** Appends to the log. */
@ApplicationScoped
class CommunicationLog {

    private static final String APPEND = """
            INSERT INTO communication_entry (
                id, case_id, student_id, guardian_id, party_role, party_name, staff_id, at, on_date, means, direction,
                purpose, language, guardian_language, interpreter_name, interpreter_qualification, language_reason,
                translation_mode, translation_understood, outcome, in_reply_to, summary, sealed_part, supersedes,
                correction_reason, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Rows rows;
    private final CurrentUser user;
    private final Clock clock;

    CommunicationLog(Rows rows, CurrentUser user, Clock clock) {
        this.rows = rows;
        this.user = user;
        this.clock = clock;
    }

    /** Answers the id of the new entry. */
    UUID append(
            CaseFile file,
            CommunicationRequest told,
            UUID staffId,
            LocalDate on,
            @Nullable String guardianLanguage,
            @Nullable Correction correction) {
        var id = Ids.next();
        var interpreter = told.interpreter();
        var translation = told.translation();
        rows.write(
                APPEND,
                id,
                file.id(),
                file.studentId(),
                told.with().guardianId(),
                name(told.with().role()),
                told.with().name(),
                staffId,
                utc(told.at()),
                on,
                told.means().name(),
                told.direction().name(),
                told.purpose().name(),
                told.language(),
                guardianLanguage,
                interpreter == null ? null : interpreter.name(),
                interpreter == null ? null : interpreter.qualification(),
                name(told.languageReason()),
                translation == null ? null : translation.mode().name(),
                translation == null ? null : translation.understood(),
                told.outcome().name(),
                told.inReplyTo(),
                told.summary(),
                told.sealedPart(),
                correction == null ? null : correction.of().id(),
                correction == null ? null : correction.reason(),
                utc(clock.instant()),
                user.actor());
        return id;
    }

    /** Which entry is corrected, and why. */
    record Correction(Communication of, String reason) {}

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
