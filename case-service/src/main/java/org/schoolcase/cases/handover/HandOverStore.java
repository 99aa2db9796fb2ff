package org.schoolcase.cases.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Keeps what was handed over, with the duties that went along. */
@ApplicationScoped
class HandOverStore {

    private static final TypeReference<List<Duty>> DUTIES = new TypeReference<>() {};

    private static final String STORE = """
            INSERT INTO hand_over (id, case_id, student_id, from_staff_id, to_staff_id, roles, handed_on, handed_at, reason)
            VALUES (?, ?, ?, ?, ?, CAST(? AS text[]), ?, ?, ?)
            """;

    private static final String STORE_DUTIES = """
            INSERT INTO hand_over_duty (hand_over_id, kind, subject_id, code, due_on)
            SELECT ?, d.kind, d."subjectId", d.code, d."dueOn"
            FROM jsonb_to_recordset(CAST(? AS jsonb)) AS d(kind text, "subjectId" uuid, code text, "dueOn" date)
            """;

    private static final String OF_CASE = """
            SELECT h.id, h.case_id, h.student_id, h.from_staff_id, h.to_staff_id, h.roles, h.handed_on, h.reason,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'caseId', h.case_id,
                                                                 'subjectId', d.subject_id, 'code', d.code,
                                                                 'dueOn', d.due_on)
                                              ORDER BY d.due_on, d.kind, d.subject_id), '[]')
                      FROM hand_over_duty d WHERE d.hand_over_id = h.id) AS duties
            FROM hand_over h WHERE h.case_id = ? ORDER BY h.id DESC LIMIT 50
            """;

    private final Rows rows;
    private final ObjectMapper json;

    HandOverStore(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    void store(HandOverView done, Instant now) {
        rows.write(
                STORE,
                done.id(),
                done.caseId(),
                done.studentId(),
                done.fromStaffId(),
                done.toStaffId(),
                done.roles().stream().map(Enum::name).collect(Collectors.joining(",", "{", "}")),
                done.handedOn(),
                now.atOffset(ZoneOffset.UTC),
                done.reason());
        if (!done.duties().isEmpty()) {
            rows.write(STORE_DUTIES, done.id(), text(done.duties()));
        }
    }

    /** The newest 50. */
    List<HandOverView> ofCase(UUID caseId) {
        return rows.list(Query.of(OF_CASE, caseId), this::view);
    }

    private HandOverView view(ResultSet row) throws SQLException {
        return new HandOverView(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getObject("from_staff_id", UUID.class),
                row.getObject("to_staff_id", UUID.class),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(TeamMember.Role::valueOf)
                        .toList(),
                row.getObject("handed_on", LocalDate.class),
                row.getString("reason"),
                duties(row.getString("duties")));
    }

    private List<Duty> duties(String text) {
        try {
            return json.readValue(text, DUTIES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored duties cannot be read", e);
        }
    }

    private String text(List<Duty> duties) {
        try {
            return json.writeValueAsString(duties);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Duties cannot be written", e);
        }
    }
}
