package org.schoolcase.students.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** The records that were merged into a student's: who is asked for his record is told them, and waits for no other fact. */
@ApplicationScoped
public class MergedRecords {

    /** More than anybody has; who follows the facts of merges knows the others, too. */
    public static final int MOST = 1_000;

    private final Rows rows;

    MergedRecords(Rows rows) {
        this.rows = rows;
    }

    /** Their ids; those of a chain of merges all name the surviving record. */
    public List<UUID> of(UUID studentId) {
        return rows.list(
                Query.of("select id from student where merged_into = ? order by id limit " + MOST, studentId),
                row -> row.getObject(1, UUID.class));
    }
}
