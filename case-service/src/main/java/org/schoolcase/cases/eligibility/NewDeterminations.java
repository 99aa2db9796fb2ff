package org.schoolcase.cases.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest;
import org.schoolcase.cases.evaluation.Documents;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Rows;

/** Stores determinations of eligibility; none is rewritten. */
@ApplicationScoped
class NewDeterminations {

    /** What a determination takes the place of, and why. */
    record Correction(UUID of, String reason) {}

    private static final String ADD = """
            INSERT INTO eligibility_determination
                (id, case_id, student_id, evaluation_id, decided_on, decision, primary_category, secondary_categories,
                 reporting_code, needs_special_education, lack_of_reading, lack_of_math, limited_english, sources, rationale,
                 learning_disability, recorded_at, recorded_by, supersedes, correction_reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS text[]), ?, ?, ?, ?, ?, CAST(? AS text[]), ?, CAST(? AS jsonb), ?, ?, ?, ?)
            """;

    private static final String ADD_MEMBER = """
            INSERT INTO eligibility_team_member
                (determination_id, position, role, staff_id, guardian_id, invited, attended, agrees, dissent)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SUPERSEDE = "UPDATE eligibility_determination SET superseded_at = ? WHERE id = ?";

    private final Rows rows;
    private final Documents documents;
    private final CurrentUser user;
    private final Clock clock;

    NewDeterminations(Rows rows, Documents documents, CurrentUser user, Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.user = user;
        this.clock = clock;
    }

    UUID add(CaseFile file, UUID evaluationId, DeterminationRequest request, @Nullable Correction correction) {
        var id = Ids.next();
        if (correction != null) {
            rows.write(SUPERSEDE, now(), correction.of());
        }
        var category = request.primaryCategory();
        var learning = request.learningDisability();
        rows.write(
                ADD,
                id,
                file.id(),
                file.studentId(),
                evaluationId,
                request.decidedOn(),
                request.decision().name(),
                category == null ? null : category.name(),
                array(request.secondaryCategories()),
                category == null ? null : category.reportingCode(),
                request.needsSpecialEducation(),
                request.determinantFactors().lackOfReadingInstruction(),
                request.determinantFactors().lackOfMathInstruction(),
                request.determinantFactors().limitedEnglish(),
                array(request.sources()),
                request.rationale(),
                learning == null ? null : documents.text(learning),
                now(),
                user.staffId().orElse(null),
                correction == null ? null : correction.of(),
                correction == null ? null : correction.reason());
        addTeam(id, request);
        return id;
    }

    private void addTeam(UUID id, DeterminationRequest request) {
        for (int i = 0; i < request.team().size(); i++) {
            var member = request.team().get(i);
            rows.write(
                    ADD_MEMBER,
                    id,
                    i,
                    member.role().name(),
                    member.staffId(),
                    member.guardianId(),
                    member.invited(),
                    member.attended(),
                    member.agrees(),
                    member.dissent());
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String array(Collection<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).sorted().collect(Collectors.joining(",", "{", "}"));
    }
}
