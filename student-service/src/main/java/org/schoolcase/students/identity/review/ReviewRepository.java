package org.schoolcase.students.identity.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.identity.match.Score.Weighed;

/** The reviews of the district. */
@ApplicationScoped
class ReviewRepository {

    /** A row with the ids of its two records. */
    record Found(Review review, long version, UUID first, UUID second) {}

    private static final String SELECT = "select r.* from identity_review r where ";
    private static final TypeReference<List<Weighed>> REASONS = new TypeReference<>() {};

    private final Rows rows;
    private final ObjectMapper json;

    ReviewRepository(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** The most alike first; one more than the limit. */
    List<Review> list(Review.State state, Cursor after, int limit) {
        var query = Query.of(SELECT + "r.state = ?", state.name());
        if (!after.isStart()) {
            query = query.and(
                    "(r.score < ? or r.score = ? and r.id > ?)",
                    Integer.valueOf(after.text(0)),
                    Integer.valueOf(after.text(0)),
                    after.uuid(1));
        }
        var found = rows.list(query.plus(" order by r.score desc, r.id limit ?", limit + 1), this::found);
        var students = students(found);
        return found.stream().map(row -> with(row, students)).toList();
    }

    Optional<Review.Versioned> find(UUID id) {
        var found = rows.list(Query.of(SELECT + "r.id = ?", id), this::found);
        var students = students(found);
        return found.stream().findFirst().map(row -> new Review.Versioned(with(row, students), row.version()));
    }

    Optional<Found> findForUpdate(UUID id) {
        return rows.first(Query.of(SELECT + "r.id = ? for update", id), this::found);
    }

    void decide(UUID id, Review.State state, Instant now, String actor, String reason, @Nullable UUID mergeId) {
        rows.write(
                "update identity_review set state = ?, decided_at = ?, decided_by = ?, decision_reason = ?, merge_id = ?,"
                        + " version = version + 1 where id = ?",
                state.name(),
                now.atOffset(ZoneOffset.UTC),
                actor,
                reason,
                mergeId,
                id);
    }

    /** A record that stands still is compared with nobody any more; the one that goes on will be. */
    void withdrawOpenOf(UUID mergedId) {
        rows.write(
                "update identity_review set state = 'WITHDRAWN', version = version + 1"
                        + " where state = 'OPEN' and first_student_id = ?",
                mergedId);
        rows.write(
                "update identity_review set state = 'WITHDRAWN', version = version + 1"
                        + " where state = 'OPEN' and second_student_id = ?",
                mergedId);
    }

    /** Open or decided reviews of a student, by the other record. */
    Map<UUID, UUID> ofStudent(UUID studentId) {
        var byOther = new HashMap<UUID, UUID>();
        rows.list(
                        Query.of(
                                "select id, second_student_id as other from identity_review where first_student_id = ?"
                                        + " union all"
                                        + " select id, first_student_id from identity_review where second_student_id = ?",
                                studentId,
                                studentId),
                        row -> Map.entry(row.getObject("other", UUID.class), row.getObject("id", UUID.class)))
                .forEach(entry -> byOther.put(entry.getKey(), entry.getValue()));
        return byOther;
    }

    Map<UUID, ComparedStudent> students(UUID[] ids) {
        var byId = new HashMap<UUID, ComparedStudent>();
        rows.list(
                        Query.of("select " + ComparedStudent.COLUMNS + " from student s where s.id = any(?)", (Object)
                                ids),
                        ComparedStudent::of)
                .forEach(student -> byId.put(student.id(), student));
        return byId;
    }

    private Map<UUID, ComparedStudent> students(List<Found> found) {
        var ids = new ArrayList<UUID>();
        found.forEach(row -> ids.addAll(List.of(row.first(), row.second())));
        return ids.isEmpty() ? Map.of() : students(ids.toArray(UUID[]::new));
    }

    private static Review with(Found found, Map<UUID, ComparedStudent> students) {
        var r = found.review();
        var both = new ArrayList<ComparedStudent>();
        for (var id : List.of(found.first(), found.second())) {
            both.add(java.util.Objects.requireNonNull(students.get(id)));
        }
        return new Review(
                r.id(),
                r.state(),
                r.score(),
                r.certain(),
                r.scoringVersion(),
                r.reasons(),
                r.foundAt(),
                r.decidedAt(),
                r.decisionReason(),
                r.mergeId(),
                both);
    }

    private Found found(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        var review = new Review(
                row.getObject("id", UUID.class),
                Review.State.valueOf(row.getString("state")),
                row.getInt("score"),
                row.getBoolean("certain"),
                row.getString("scoring_version"),
                reasons(row.getString("reasons")),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("decision_reason"),
                row.getObject("merge_id", UUID.class),
                List.of());
        return new Found(
                review,
                row.getLong("version"),
                row.getObject("first_student_id", UUID.class),
                row.getObject("second_student_id", UUID.class));
    }

    private List<Weighed> reasons(String text) {
        try {
            return json.readValue(text, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored reasons cannot be read", e);
        }
    }
}
