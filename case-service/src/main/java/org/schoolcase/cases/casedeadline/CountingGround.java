package org.schoolcase.cases.casedeadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.calendar.SchoolCalendars;
import org.schoolcase.cases.deadline.Circumstance;
import org.schoolcase.cases.deadline.Facts;
import org.schoolcase.cases.deadline.Ground;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.LocalPolicy;
import org.schoolcase.cases.deadline.Settings;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.cases.localrule.LocalRules;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Brings together what the engine needs of a case: its facts, its school's calendar, the district's policy. */
@ApplicationScoped
public class CountingGround {

    /** A case as the engine sees it. */
    public record KnownCase(UUID caseId, UUID studentId, String jurisdiction, Facts facts, Ground ground) {}

    private static final TypeReference<Map<LawEvent, LocalDate>> DATES = new TypeReference<>() {};

    private static final String CASES = """
            SELECT c.id, c.student_id, s.birth_date, s.school_ids, h.happened, f.dates, f.absences, f.agreed_on, f.extension, f.circumstances
            FROM case_file c
            LEFT JOIN student_profile s ON s.id = c.student_id
            LEFT JOIN case_deadline_facts f ON f.case_id = c.id
            LEFT JOIN LATERAL (
                SELECT CAST(jsonb_object_agg(e.event, e.on_date) AS text) AS happened FROM (
                    SELECT DISTINCT ON (w.event) w.event, p.on_date
                    FROM case_happening p CROSS JOIN LATERAL unnest(p.law_events) AS w(event)
                    WHERE p.case_id = c.id ORDER BY w.event, p.id DESC) e) h ON true
            WHERE c.id = ANY (?)
            """;

    private final Rows rows;
    private final SchoolCalendars calendars;
    private final LocalRules policies;
    private final DistrictNow district;
    private final ObjectMapper json;

    CountingGround(Rows rows, SchoolCalendars calendars, LocalRules policies, DistrictNow district, ObjectMapper json) {
        this.rows = rows;
        this.calendars = calendars;
        this.policies = policies;
        this.district = district;
        this.json = json;
    }

    /** One case; 404 when it does not exist in the district. */
    public KnownCase ofCase(UUID caseId) {
        return ofCases(List.of(caseId)).values().stream().findFirst().orElseThrow(ProblemException::notFound);
    }

    /** Many cases with three queries. */
    public Map<UUID, KnownCase> ofCases(List<UUID> caseIds) {
        var now = calendars.now();
        var policy = policies.policy();
        var jurisdiction = district.jurisdiction();
        var found = new HashMap<UUID, KnownCase>();
        rows.list(Query.of(CASES, (Object) caseIds.toArray(UUID[]::new)), row -> known(row, jurisdiction, now, policy))
                .forEach(known -> found.put(known.caseId(), known));
        return found;
    }

    /** The ground of the district without a student: its policy and the calendar of all schools. */
    public Ground ofDistrict() {
        return ground(calendars.now(), List.of(), policies.policy());
    }

    public String jurisdiction() {
        return district.jurisdiction();
    }

    private KnownCase known(ResultSet row, String jurisdiction, SchoolCalendars.Snapshot now, LocalPolicy policy)
            throws SQLException {
        var schools = row.getArray("school_ids") == null ? List.<UUID>of() : Rows.uuids(row, "school_ids");
        return new KnownCase(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                jurisdiction,
                facts(row),
                ground(now, schools, policy));
    }

    private static Ground ground(SchoolCalendars.Snapshot now, List<UUID> schools, LocalPolicy policy) {
        return new Ground(now.of(schools), null, policy, Settings.DEFAULT);
    }

    private Facts facts(ResultSet row) throws SQLException {
        var dates = new EnumMap<LawEvent, LocalDate>(LawEvent.class);
        put(dates, LawEvent.BIRTH, row.getObject("birth_date", LocalDate.class));
        if (row.getString("happened") != null) {
            dates.putAll(read(row.getString("happened")));
        }
        if (row.getString("dates") == null) {
            return new Facts(dates, Map.of(), 0, null, 0, Set.of(), List.of());
        }
        dates.putAll(read(row.getString("dates")));
        return new Facts(
                dates,
                Map.of(),
                row.getInt("absences"),
                row.getObject("agreed_on", LocalDate.class),
                row.getInt("extension"),
                circumstances(row),
                List.of());
    }

    private static void put(Map<LawEvent, LocalDate> dates, LawEvent event, @Nullable LocalDate on) {
        if (on != null) {
            dates.put(event, on);
        }
    }

    private static Set<Circumstance> circumstances(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("circumstances").getArray();
        var found = new HashSet<Circumstance>();
        Arrays.stream(names).map(Circumstance::valueOf).forEach(found::add);
        return found;
    }

    private Map<LawEvent, LocalDate> read(String dates) {
        try {
            return json.readValue(dates, DATES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored facts of a case cannot be read", e);
        }
    }
}
