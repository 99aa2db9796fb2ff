package org.schoolcase.students.indicator.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** What sources of absences alone said last of the days that they cover. */
@ApplicationScoped
class CoverageStatements {

    /** Days whose absences are all delivered. */
    record Covered(@Nullable LocalDate from, LocalDate through) {}

    /** The statements of a district: one of a school goes before the one of all. */
    record OfDistrict(
            Map<UUID, Covered> ofSchools, @Nullable Covered ofOthers) {

        boolean isEmpty() {
            return ofSchools.isEmpty() && ofOthers == null;
        }

        Optional<Covered> of(@Nullable UUID schoolId) {
            var own = schoolId == null ? null : ofSchools.get(schoolId);
            return Optional.ofNullable(own == null ? ofOthers : own);
        }
    }

    private record Statement(@Nullable UUID schoolId, Covered covered) {}

    private static final String LATEST = """
            select distinct on (school_id) school_id, covered_from, covered_through from attendance_coverage
             where coverage = 'ABSENCES_ONLY' order by school_id, stated_at desc, id
            """;

    private final Rows rows;

    CoverageStatements(Rows rows) {
        this.rows = rows;
    }

    OfDistrict read() {
        var ofSchools = new HashMap<UUID, Covered>();
        Covered ofOthers = null;
        for (var latest : rows.list(Query.of(LATEST), CoverageStatements::statement)) {
            if (latest.schoolId() == null) {
                ofOthers = latest.covered();
            } else {
                ofSchools.put(latest.schoolId(), latest.covered());
            }
        }
        return new OfDistrict(ofSchools, ofOthers);
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                row.getObject("school_id", UUID.class),
                new Covered(
                        row.getObject("covered_from", LocalDate.class),
                        row.getObject("covered_through", LocalDate.class)));
    }
}
