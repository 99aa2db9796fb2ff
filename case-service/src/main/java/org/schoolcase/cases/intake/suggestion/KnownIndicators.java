package org.schoolcase.cases.intake.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.schoolcase.kit.sql.Rows;

/** The indicators of each student as the student service told last. */
@ApplicationScoped
class KnownIndicators {

    private static final String STORE = """
            INSERT INTO intake_indicator AS i (student_id, indicator, level, catalog_version, changed_on, told_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (district_id, student_id, indicator) DO UPDATE SET
                level = excluded.level, catalog_version = excluded.catalog_version, changed_on = excluded.changed_on,
                told_at = excluded.told_at
            WHERE i.told_at < excluded.told_at
            """;

    private final Rows rows;

    KnownIndicators(Rows rows) {
        this.rows = rows;
    }

    /** Whether it is news: an older fact changes nothing. */
    boolean store(IndicatorChanged changed, Instant toldAt) {
        return rows.write(
                        STORE,
                        changed.studentId(),
                        changed.indicator(),
                        changed.level(),
                        changed.catalogVersion(),
                        changed.changedOn(),
                        toldAt.atOffset(ZoneOffset.UTC))
                > 0;
    }
}
