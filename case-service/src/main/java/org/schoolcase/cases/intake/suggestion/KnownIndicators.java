package org.schoolcase.cases.intake.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.schoolcase.kit.sql.Rows;

/** The indicators of each student as the student service told last. */
@ApplicationScoped
class KnownIndicators {

    private static final String STORE = """
            INSERT INTO intake_indicator AS i (student_id, indicator, level, catalog_version, changed_on, told_at)
            SELECT n.* FROM (SELECT CAST(? AS uuid) AS id, ?, ?, CAST(? AS integer), CAST(? AS date), CAST(? AS timestamptz)) n
            WHERE NOT EXISTS (SELECT FROM student_merge m WHERE m.merged_id = n.id AND m.in_force)
            ON CONFLICT (district_id, student_id, indicator) DO UPDATE SET
                level = excluded.level, catalog_version = excluded.catalog_version, changed_on = excluded.changed_on,
                told_at = excluded.told_at
            WHERE i.told_at < excluded.told_at
            """;

    private final Rows rows;

    KnownIndicators(Rows rows) {
        this.rows = rows;
    }

    /** Whether it is news: an older fact changes nothing, nor does one about a record that was merged into another. */
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

    /** A record was merged into another, whose indicators are told anew. */
    void forget(UUID studentId) {
        rows.write("DELETE FROM intake_indicator WHERE student_id = ?", studentId);
    }
}
