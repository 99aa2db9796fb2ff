package org.schoolcase.students.identity.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Rows;

/**
 * A record as it is shown beside another, so that a person can compare them.
 *
 * @param guardians how many guardians the record has
 * @param mergedInto the record it is merged into, if it is
 */
public record ComparedStudent(
        UUID id,
        String sourcedId,
        String givenName,
        @Nullable String middleName,
        String familyName,
        @Nullable String preferredGivenName,
        @Nullable LocalDate birthDate,
        @Nullable String grade,
        List<UUID> schoolIds,
        int guardians,
        boolean active,
        @Nullable UUID mergedInto) {

    static final String COLUMNS = "s.id, s.sourced_id, s.given_name, s.middle_name, s.family_name,"
            + " s.preferred_given_name, s.birth_date, s.grade, s.school_ids, s.active, s.merged_into,"
            + " (select count(*) from student_guardian g where g.student_id = s.id) as guardians";

    static ComparedStudent of(ResultSet row) throws SQLException {
        return new ComparedStudent(
                row.getObject("id", UUID.class),
                row.getString("sourced_id"),
                row.getString("given_name"),
                row.getString("middle_name"),
                row.getString("family_name"),
                row.getString("preferred_given_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("grade"),
                Rows.uuids(row, "school_ids"),
                row.getInt("guardians"),
                row.getBoolean("active"),
                row.getObject("merged_into", UUID.class));
    }
}
