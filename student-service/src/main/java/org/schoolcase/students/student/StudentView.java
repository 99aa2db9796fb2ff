package org.schoolcase.students.student;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.access.Rows;

/**
 * A student as the API shows him.
 *
 * @param statementIds requests to amend whose statements belong to the record, 34 CFR 99.21(c)
 * @param directoryOptOut true: nothing may be disclosed as directory information, 34 CFR 99.37
 */
public record StudentView(
        UUID id,
        String sourcedId,
        String givenName,
        @Nullable String middleName,
        String familyName,
        @Nullable String preferredGivenName,
        @Nullable LocalDate birthDate,
        @Nullable String grade,
        String language,
        List<UUID> schoolIds,
        boolean active,
        List<UUID> statementIds,
        boolean directoryOptOut) {

    static final String COLUMNS = "s.id, s.sourced_id, s.given_name, s.middle_name, s.family_name,"
            + " s.preferred_given_name, s.birth_date, s.grade, s.language, s.school_ids, s.active, s.version,"
            + " array(select a.id from amendment a where a.district_id = s.district_id and a.student_id = s.id"
            + " and a.statement is not null order by a.id) as statement_ids,"
            + " is_directory_opted_out(s.id) as directory_opt_out";

    /** A view with the version for its ETag. */
    record Versioned(StudentView student, long version) {

        static Versioned of(ResultSet row) throws SQLException {
            return new Versioned(StudentView.of(row), row.getLong("version"));
        }
    }

    static StudentView of(ResultSet row) throws SQLException {
        return new StudentView(
                row.getObject("id", UUID.class),
                row.getString("sourced_id"),
                row.getString("given_name"),
                row.getString("middle_name"),
                row.getString("family_name"),
                row.getString("preferred_given_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("grade"),
                row.getString("language"),
                Rows.uuids(row, "school_ids"),
                row.getBoolean("active"),
                Rows.uuids(row, "statement_ids"),
                row.getBoolean("directory_opt_out"));
    }
}
