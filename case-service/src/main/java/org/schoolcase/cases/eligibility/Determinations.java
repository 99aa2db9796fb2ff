package org.schoolcase.cases.eligibility;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.eligibility.rule.Category;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest.Decision;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest.Exclusions;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest.InformationSource;
import org.schoolcase.cases.eligibility.rule.LearningDisability;
import org.schoolcase.cases.eligibility.rule.TeamMember;
import org.schoolcase.cases.evaluation.Documents;
import org.schoolcase.cases.evaluation.ParentCopies;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Reads determinations of eligibility. */
@ApplicationScoped
class Determinations {

    private static final int MOST_OF_A_CASE = 200;
    private static final TypeReference<LearningDisability> LEARNING = new TypeReference<>() {};

    private static final String ONE = "SELECT * FROM eligibility_determination WHERE case_id = ? AND id = ?";

    private static final String OF_CASE =
            "SELECT * FROM eligibility_determination WHERE case_id = ? ORDER BY id DESC LIMIT ?";

    private static final String IN_FORCE = """
            SELECT * FROM eligibility_determination WHERE case_id = ? AND superseded_at IS NULL ORDER BY id DESC LIMIT 1
            """;

    private static final String TEAM = """
            SELECT role, staff_id, guardian_id, invited, attended, agrees, dissent FROM eligibility_team_member
            WHERE determination_id = ? ORDER BY position
            """;

    private final Rows rows;
    private final Documents documents;
    private final ParentCopies copies;

    Determinations(Rows rows, Documents documents, ParentCopies copies) {
        this.rows = rows;
        this.documents = documents;
        this.copies = copies;
    }

    Optional<Determination> find(UUID caseId, UUID id) {
        return rows.first(Query.of(ONE, caseId, id), this::determination);
    }

    /** The newest that no correction has replaced. */
    Optional<Determination> standing(UUID caseId) {
        return rows.first(Query.of(IN_FORCE, caseId), this::determination);
    }

    List<Determination.Line> ofCase(UUID caseId) {
        return rows.list(Query.of(OF_CASE, caseId, MOST_OF_A_CASE), Determinations::line);
    }

    private Determination determination(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Determination(
                id,
                row.getObject("case_id", UUID.class),
                row.getObject("evaluation_id", UUID.class),
                row.getObject("decided_on", LocalDate.class),
                Decision.valueOf(row.getString("decision")),
                category(row.getString("primary_category")),
                categories(row),
                row.getString("reporting_code"),
                row.getBoolean("needs_special_education"),
                new Exclusions(
                        row.getBoolean("lack_of_reading"),
                        row.getBoolean("lack_of_math"),
                        row.getBoolean("limited_english")),
                sources(row),
                row.getString("rationale"),
                learning(row.getString("learning_disability")),
                rows.list(Query.of(TEAM, id), Determinations::member),
                copies.of(id),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("supersedes", UUID.class),
                row.getString("correction_reason"),
                instant(row, "superseded_at"));
    }

    private @Nullable LearningDisability learning(@Nullable String text) {
        return text == null ? null : documents.read(text, LEARNING);
    }

    static @Nullable Category category(@Nullable String name) {
        return name == null ? null : Category.valueOf(name);
    }

    static Set<Category> categories(ResultSet row) throws SQLException {
        var found = new TreeSet<Category>();
        Arrays.stream((String[]) row.getArray("secondary_categories").getArray())
                .map(Category::valueOf)
                .forEach(found::add);
        return found;
    }

    private static Set<InformationSource> sources(ResultSet row) throws SQLException {
        var found = new TreeSet<InformationSource>();
        Arrays.stream((String[]) row.getArray("sources").getArray())
                .map(InformationSource::valueOf)
                .forEach(found::add);
        return found;
    }

    private static TeamMember member(ResultSet row) throws SQLException {
        return new TeamMember(
                TeamMember.Role.valueOf(row.getString("role")),
                row.getObject("staff_id", UUID.class),
                row.getObject("guardian_id", UUID.class),
                row.getBoolean("invited"),
                row.getBoolean("attended"),
                row.getObject("agrees", Boolean.class),
                row.getString("dissent"));
    }

    private static Determination.Line line(ResultSet row) throws SQLException {
        return new Determination.Line(
                row.getObject("id", UUID.class),
                row.getObject("evaluation_id", UUID.class),
                row.getObject("decided_on", LocalDate.class),
                Decision.valueOf(row.getString("decision")),
                category(row.getString("primary_category")),
                row.getString("reporting_code"),
                row.getObject("supersedes", UUID.class),
                instant(row, "superseded_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
