package org.schoolcase.cases.caseload.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores and reads the service level of cases. */
@ApplicationScoped
public class ServiceLevels {

    /** A case's level as the API shows it; version 0 says that none was set. */
    public record LevelView(UUID caseId, @Nullable String level, long version) {}

    private static final String STORE = """
            INSERT INTO case_service_level (case_id, level, version) VALUES (?, ?, 1)
            ON CONFLICT (district_id, case_id) DO UPDATE SET
                level = excluded.level, version = case_service_level.version + 1
            """;

    private final Rows rows;

    ServiceLevels(Rows rows) {
        this.rows = rows;
    }

    LevelView of(UUID caseId) {
        return rows.first(
                        Query.of("SELECT level, version FROM case_service_level WHERE case_id = ?", caseId),
                        row -> new LevelView(caseId, row.getString("level"), row.getLong("version")))
                .orElseGet(() -> new LevelView(caseId, null, 0));
    }

    void store(UUID caseId, String level) {
        rows.write(STORE, caseId, level);
    }
}
