package org.schoolcase.cases.evaluation.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.evaluation.Cycle;
import org.schoolcase.cases.evaluation.Documents;
import org.schoolcase.cases.evaluation.Review;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.sql.Rows;

/** Stores new evaluations. */
@ApplicationScoped
class NewEvaluations {

    private static final String ADD = """
            INSERT INTO evaluation (id, case_id, student_id, cycle, reviewed_on, review, recorded_at, version)
            VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), ?, 0)
            """;

    private final Rows rows;
    private final Documents documents;
    private final Clock clock;

    NewEvaluations(Rows rows, Documents documents, Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.clock = clock;
    }

    UUID add(CaseFile file, Cycle cycle, Review review) {
        var id = Ids.next();
        rows.write(
                ADD,
                id,
                file.id(),
                file.studentId(),
                cycle.name(),
                review.reviewedOn(),
                documents.text(review),
                clock.instant().atOffset(ZoneOffset.UTC));
        return id;
    }
}
