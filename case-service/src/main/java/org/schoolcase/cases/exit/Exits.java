package org.schoolcase.cases.exit;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.evaluation.Documents;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores ends of special education. */
@ApplicationScoped
class Exits {

    private static final int MOST_OF_A_CASE = 200;
    private static final TypeReference<ExitRequest.Summary> SUMMARY = new TypeReference<>() {};

    private static final String ADD = """
            INSERT INTO special_education_exit
                (id, case_id, student_id, basis, exit_code, exited_on, explanation, summary, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?)
            """;

    private static final String OF_CASE = """
            SELECT id, case_id, basis, exit_code, exited_on, explanation, summary FROM special_education_exit
            WHERE case_id = ? ORDER BY id DESC LIMIT ?
            """;

    private final Rows rows;
    private final Documents documents;
    private final CurrentUser user;
    private final Clock clock;

    Exits(Rows rows, Documents documents, CurrentUser user, Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.user = user;
        this.clock = clock;
    }

    ExitView add(CaseFile file, ExitRequest request) {
        var id = Ids.next();
        var summary = request.summary();
        rows.write(
                ADD,
                id,
                file.id(),
                file.studentId(),
                request.basis().name(),
                request.basis().code(),
                request.exitedOn(),
                request.explanation(),
                summary == null ? null : documents.text(summary),
                clock.instant().atOffset(ZoneOffset.UTC),
                user.staffId().orElse(null));
        return new ExitView(
                id,
                file.id(),
                request.basis().name(),
                request.basis().code(),
                request.exitedOn(),
                request.explanation(),
                summary);
    }

    List<ExitView> ofCase(UUID caseId) {
        return rows.list(Query.of(OF_CASE, caseId, MOST_OF_A_CASE), this::view);
    }

    private ExitView view(ResultSet row) throws SQLException {
        var summary = row.getString("summary");
        return new ExitView(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("basis"),
                row.getString("exit_code"),
                row.getObject("exited_on", LocalDate.class),
                row.getString("explanation"),
                summary == null ? null : documents.read(summary, SUMMARY));
    }
}
