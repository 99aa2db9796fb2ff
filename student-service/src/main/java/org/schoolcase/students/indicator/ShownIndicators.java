package org.schoolcase.students.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.access.Relation;
import org.schoolcase.students.indicator.rule.Evaluation;
import org.schoolcase.students.indicator.rule.Indicator;
import org.schoolcase.students.indicator.rule.Level;
import org.schoolcase.students.search.Reach;

/** Reads indicators: the flagged students of a caller page by page, and all indicators of given students. */
@ApplicationScoped
class ShownIndicators {

    /** Which flagged students; a null level is any flag. */
    record Filter(
            Indicator indicator,
            @Nullable Level level,
            @Nullable UUID schoolId) {}

    /** A student of the list. */
    record Flagged(
            UUID id,
            String givenName,
            String familyName,
            @Nullable String grade,
            List<UUID> schoolIds) {}

    private static final TypeReference<List<Evaluation>> EVALUATIONS = new TypeReference<>() {};

    /** One look by id for each flagged row that is reached, so that a page ends where it is full. */
    private static final String STUDENT =
            "select s.id, coalesce(s.preferred_given_name, s.given_name) as given_name, s.family_name, s.grade,"
                    + " s.school_ids from student s where s.district_id = i.district_id and s.id = i.student_id and s.active";

    private static final String FLAGGED =
            " limit 1) s where i.level <> 'NONE' and i.level <> 'NOT_EVALUATED' and i.indicator = ?";
    private static final String AT_SCHOOL =
            "exists (select from student_school p where p.school_id = ? and p.student_id = i.student_id)";
    private static final String OF_STUDENTS =
            "select student_id, indicator, level, level_since, window_from, window_to,"
                    + " evaluations, catalog_version, policy_from, computed_at from student_indicator"
                    + " where student_id = any(?) order by student_id";

    private final Rows rows;
    private final ObjectMapper json;
    private final Reach reach;

    ShownIndicators(Rows rows, ObjectMapper json, Reach reach) {
        this.reach = reach;
        this.rows = rows;
        this.json = json;
    }

    /**
     * In the order of ids; one more than the limit, if there is one. Others than the caller's, or than the school's, are passed
     * over in indexes alone; the relation decides of the rest.
     */
    List<Flagged> flagged(Filter filter, Relation relation, @Nullable UUID after, int limit) {
        var student = Query.of(STUDENT).and(relation);
        var within = reach.within(" and (i.student_id in (", relation, ")) is true");
        var query = new Query(
                        "select s.* from student_indicator i cross join lateral (" + student.sql(), student.values())
                .plus(FLAGGED, filter.indicator().name())
                .plus(within.sql(), within.values().toArray());
        if (filter.level() != null) {
            query = query.and("i.level = ?", filter.level().name());
        }
        if (filter.schoolId() != null) {
            query = query.and(AT_SCHOOL, filter.schoolId());
        }
        if (after != null) {
            query = query.and("i.student_id > ?", after);
        }
        return rows.list(query.plus(" order by i.student_id limit ?", limit), ShownIndicators::student);
    }

    Map<UUID, List<IndicatorView>> of(List<UUID> students) {
        var views = new HashMap<UUID, List<IndicatorView>>();
        rows.list(Query.of(OF_STUDENTS, (Object) students.toArray(UUID[]::new)), row -> views.computeIfAbsent(
                        row.getObject("student_id", UUID.class), _ -> new ArrayList<>())
                .add(view(row)));
        views.values().forEach(list -> list.sort(java.util.Comparator.comparing(IndicatorView::indicator)));
        return views;
    }

    private static Flagged student(ResultSet row) throws SQLException {
        return new Flagged(
                row.getObject("id", UUID.class),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("grade"),
                Rows.uuids(row, "school_ids"));
    }

    private IndicatorView view(ResultSet row) throws SQLException {
        return new IndicatorView(
                Indicator.valueOf(row.getString("indicator")),
                Level.valueOf(row.getString("level")),
                row.getObject("level_since", LocalDate.class),
                row.getObject("window_from", LocalDate.class),
                row.getObject("window_to", LocalDate.class),
                evaluations(row.getString("evaluations")),
                row.getInt("catalog_version"),
                row.getObject("policy_from", LocalDate.class),
                row.getObject("computed_at", OffsetDateTime.class).toInstant());
    }

    private List<Evaluation> evaluations(String text) {
        try {
            return json.readValue(text, EVALUATIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored evaluations do not fit", e);
        }
    }
}
