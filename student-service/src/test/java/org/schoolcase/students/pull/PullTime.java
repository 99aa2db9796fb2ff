package org.schoolcase.students.pull;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.schoolcase.kit.testing.PostgresResource;

/** Lets time pass for the runs of a district. */
final class PullTime {

    private PullTime() {}

    /** What was put off may go on now. */
    static void now(PullProbe district) {
        update("UPDATE roster_pull SET next_attempt_at = now() WHERE district_id = ?", district);
    }

    /** The replica that works on a run has not been heard of for long. */
    static void expire(PullProbe district) {
        update("UPDATE roster_pull SET lease_until = now() - interval '1 second' WHERE district_id = ?", district);
    }

    static void update(String sql, PullProbe district) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, district.district.id());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
