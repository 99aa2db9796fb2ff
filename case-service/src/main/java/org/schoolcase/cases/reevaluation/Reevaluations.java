package org.schoolcase.cases.reevaluation;

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

/** Stores requests for reevaluations and agreements about them. */
@ApplicationScoped
class Reevaluations {

    private static final int MOST_OF_A_CASE = 200;

    private static final String ADD_REQUEST = """
            INSERT INTO reevaluation_request (id, case_id, student_id, requested_by, person_id, requested_on, reason, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ADD_WAIVER = """
            INSERT INTO reevaluation_waiver (id, case_id, student_id, guardian_id, staff_id, agreed_on, reason, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String REQUESTS = """
            SELECT id, requested_by, person_id, requested_on, reason FROM reevaluation_request
            WHERE case_id = ? ORDER BY id DESC LIMIT ?
            """;

    private static final String WAIVERS = """
            SELECT id, guardian_id, staff_id, agreed_on, reason FROM reevaluation_waiver
            WHERE case_id = ? ORDER BY id DESC LIMIT ?
            """;

    private final Rows rows;
    private final Clock clock;

    Reevaluations(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    Reevaluation.Request add(CaseFile file, ReevaluationRequest request) {
        var added = new Reevaluation.Request(
                Ids.next(), request.requestedBy(), request.personId(), request.requestedOn(), request.reason());
        rows.write(
                ADD_REQUEST,
                added.id(),
                file.id(),
                file.studentId(),
                added.requestedBy().name(),
                added.personId(),
                added.requestedOn(),
                added.reason(),
                clock.instant().atOffset(ZoneOffset.UTC));
        return added;
    }

    Reevaluation.Waiver add(CaseFile file, WaiverRequest request) {
        var added = new Reevaluation.Waiver(
                Ids.next(), request.guardianId(), request.staffId(), request.agreedOn(), request.reason());
        rows.write(
                ADD_WAIVER,
                added.id(),
                file.id(),
                file.studentId(),
                added.guardianId(),
                added.staffId(),
                added.agreedOn(),
                added.reason(),
                clock.instant().atOffset(ZoneOffset.UTC));
        return added;
    }

    List<Reevaluation.Request> requests(UUID caseId) {
        return rows.list(
                Query.of(REQUESTS, caseId, MOST_OF_A_CASE),
                row -> new Reevaluation.Request(
                        row.getObject("id", UUID.class),
                        Reevaluation.Requester.valueOf(row.getString("requested_by")),
                        row.getObject("person_id", UUID.class),
                        row.getObject("requested_on", LocalDate.class),
                        row.getString("reason")));
    }

    List<Reevaluation.Waiver> waivers(UUID caseId) {
        return rows.list(
                Query.of(WAIVERS, caseId, MOST_OF_A_CASE),
                row -> new Reevaluation.Waiver(
                        row.getObject("id", UUID.class),
                        row.getObject("guardian_id", UUID.class),
                        row.getObject("staff_id", UUID.class),
                        row.getObject("agreed_on", LocalDate.class),
                        row.getString("reason")));
    }
}
