package org.schoolcase.cases.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores which copies parents were given. */
@ApplicationScoped
public class ParentCopies {

    private static final String STORE = """
            INSERT INTO parent_copy
                (id, case_id, student_id, document, document_id, guardian_id, given_on, method, language, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_DOCUMENT = """
            SELECT id, guardian_id, given_on, method, language FROM parent_copy WHERE document_id = ? ORDER BY id
            """;

    private final Rows rows;
    private final Clock clock;

    ParentCopies(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public ParentCopy store(CaseFile file, ParentCopy.Document document, UUID documentId, CopyRequest request) {
        var copy = new ParentCopy(
                Ids.next(), request.guardianId(), request.givenOn(), request.method(), request.language());
        rows.write(
                STORE,
                copy.id(),
                file.id(),
                file.studentId(),
                document.name(),
                documentId,
                copy.guardianId(),
                copy.givenOn(),
                copy.method().name(),
                copy.language(),
                clock.instant().atOffset(ZoneOffset.UTC));
        return copy;
    }

    public List<ParentCopy> of(UUID documentId) {
        return rows.list(
                Query.of(OF_DOCUMENT, documentId),
                row -> new ParentCopy(
                        row.getObject("id", UUID.class),
                        row.getObject("guardian_id", UUID.class),
                        row.getObject("given_on", LocalDate.class),
                        ParentCopy.Method.valueOf(row.getString("method")),
                        row.getString("language")));
    }
}
