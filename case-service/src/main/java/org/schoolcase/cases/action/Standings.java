package org.schoolcase.cases.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.cases.happening.Happening;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Reads where a case stands, with two queries. */
@ApplicationScoped
public class Standings {

    private static final String HAPPENINGS = """
            SELECT id, case_id, student_id, kind, on_date, recorded_at, subject_id, sealed
            FROM case_happening WHERE case_id = ? ORDER BY id
            """;

    private static final String CONSENTS = """
            SELECT id, kind, CASE WHEN decision = 'REFUSED' OR revoked_on IS NOT NULL THEN 'DECLINED'
                                  WHEN used_on IS NULL THEN 'CONSENT' ELSE 'USED' END
            FROM consent WHERE case_id = ?
            UNION ALL
            SELECT id, kind, CASE WHEN ended_on IS NULL THEN 'EXCEPTION' ELSE 'USED' END
            FROM consent_exception WHERE case_id = ? AND (ended_on IS NULL OR ended_because = 'USED')
            """;

    private enum By {
        CONSENT,
        EXCEPTION,
        USED,
        DECLINED
    }

    private record Cleared(UUID id, String kind, By by) {}

    private final Rows rows;
    private final DistrictNow district;

    Standings(Rows rows, DistrictNow district) {
        this.rows = rows;
        this.district = district;
    }

    /** Where a case that is open to the caller stands. */
    public Standing of(CaseFile file) {
        var cleared = rows.list(
                Query.of(CONSENTS, file.id(), file.id()),
                row -> new Cleared(row.getObject(1, UUID.class), row.getString(2), By.valueOf(row.getString(3))));
        return new Standing(
                file,
                district.today(),
                rows.list(Query.of(HAPPENINGS, file.id()), Standings::happening),
                new Standing.Clearances(
                        kinds(cleared, By.CONSENT),
                        kinds(cleared, By.EXCEPTION),
                        kinds(cleared, By.USED),
                        cleared.stream()
                                .filter(it -> it.by() == By.DECLINED)
                                .collect(Collectors.toMap(Cleared::id, Cleared::kind))));
    }

    private static Set<String> kinds(List<Cleared> cleared, By by) {
        return cleared.stream().filter(it -> it.by() == by).map(Cleared::kind).collect(Collectors.toSet());
    }

    private static Happening happening(ResultSet row) throws SQLException {
        return new Happening(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("student_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("on_date", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("subject_id", UUID.class),
                row.getBoolean("sealed"));
    }
}
