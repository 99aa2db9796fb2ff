package org.schoolcase.cases.evaluation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Reads evaluations. */
@ApplicationScoped
public class Evaluations {

    private static final int MOST_OF_A_CASE = 200;

    private static final TypeReference<Review> REVIEW = new TypeReference<>() {};
    private static final TypeReference<Report> REPORT = new TypeReference<>() {};
    private static final TypeReference<List<Instrument>> INSTRUMENTS = new TypeReference<>() {};

    private static final String ONE = """
            SELECT id, case_id, cycle, review, planned_on, report, version FROM evaluation WHERE case_id = ? AND id = ?
            """;

    private static final String AREAS = """
            SELECT area, instruments, assessor_id, language, completed_on, completed_by, assessment_ids, summary
            FROM evaluation_area WHERE evaluation_id = ? ORDER BY area
            """;

    private static final String WITHOUT_RESULT =
            "SELECT area FROM evaluation_area WHERE evaluation_id = ? AND completed_on IS NULL ORDER BY area";

    private static final String OF_CASE = """
            SELECT id, case_id, cycle, reviewed_on, planned_on, reported_on FROM evaluation
            WHERE case_id = ? ORDER BY id DESC LIMIT ?
            """;

    private final Rows rows;
    private final Documents documents;
    private final ParentCopies copies;

    Evaluations(Rows rows, Documents documents, ParentCopies copies) {
        this.rows = rows;
        this.documents = documents;
        this.copies = copies;
    }

    public Optional<Evaluation> find(UUID caseId, UUID evaluationId) {
        return rows.first(Query.of(ONE, caseId, evaluationId), this::evaluation);
    }

    /** An evaluation that is there by what happened in the case. */
    public Evaluation require(UUID caseId, UUID evaluationId) {
        return find(caseId, evaluationId).orElseThrow(() -> new IllegalStateException("No evaluation " + evaluationId));
    }

    /** The evaluations of a case, the newest first. */
    public List<Evaluation.Line> ofCase(UUID caseId) {
        return rows.list(Query.of(OF_CASE, caseId, MOST_OF_A_CASE), Evaluations::line);
    }

    /** The newest report of a case. */
    public Optional<Evaluation.Line> lastReported(UUID caseId) {
        return ofCase(caseId).stream().filter(line -> line.reportedOn() != null).findFirst();
    }

    public List<Area> areasWithoutResult(UUID evaluationId) {
        return rows.list(Query.of(WITHOUT_RESULT, evaluationId), row -> Area.valueOf(row.getString(1)));
    }

    private Evaluation evaluation(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Evaluation(
                id,
                row.getObject("case_id", UUID.class),
                Cycle.valueOf(row.getString("cycle")),
                documents.read(row.getString("review"), REVIEW),
                row.getObject("planned_on", LocalDate.class),
                rows.list(Query.of(AREAS, id), this::area),
                report(row.getString("report")),
                copies.of(id),
                row.getLong("version"));
    }

    private @Nullable Report report(@Nullable String text) {
        return text == null ? null : documents.read(text, REPORT);
    }

    private PlannedArea area(ResultSet row) throws SQLException {
        return new PlannedArea(
                Area.valueOf(row.getString("area")),
                documents.read(row.getString("instruments"), INSTRUMENTS),
                row.getObject("assessor_id", UUID.class),
                row.getString("language"),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("completed_by", UUID.class),
                Rows.uuids(row, "assessment_ids"),
                row.getString("summary"));
    }

    private static Evaluation.Line line(ResultSet row) throws SQLException {
        return new Evaluation.Line(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                Cycle.valueOf(row.getString("cycle")),
                row.getObject("reviewed_on", LocalDate.class),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("reported_on", LocalDate.class));
    }
}
