package org.schoolcase.students.student;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Rows;

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
        @Nullable String preferredFamilyName,
        @Nullable LocalDate birthDate,
        @Nullable String grade,
        String language,
        List<String> homeLanguages,
        List<UUID> schoolIds,
        boolean active,
        List<UUID> statementIds,
        boolean directoryOptOut) {

    static final String COLUMNS = "s.id, s.sourced_id, s.given_name, s.middle_name, s.family_name,"
            + " s.preferred_given_name, s.preferred_family_name, s.birth_date, s.grade, s.language, s.home_languages,"
            + " s.school_ids, s.active, s.version,"
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
                row.getString("preferred_family_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("grade"),
                row.getString("language"),
                List.of((String[]) row.getArray("home_languages").getArray()),
                Rows.uuids(row, "school_ids"),
                row.getBoolean("active"),
                Rows.uuids(row, "statement_ids"),
                row.getBoolean("directory_opt_out"));
    }

    /** The same student with other values of some fields: as he was on a day. */
    StudentView with(Map<StudentField, JsonNode> values) {
        return new StudentView(
                id,
                sourcedId,
                Objects.requireNonNullElse(text(values, StudentField.GIVEN_NAME, givenName), ""),
                text(values, StudentField.MIDDLE_NAME, middleName),
                Objects.requireNonNullElse(text(values, StudentField.FAMILY_NAME, familyName), ""),
                text(values, StudentField.PREFERRED_GIVEN_NAME, preferredGivenName),
                text(values, StudentField.PREFERRED_FAMILY_NAME, preferredFamilyName),
                date(values, birthDate),
                text(values, StudentField.GRADE, grade),
                Objects.requireNonNullElse(text(values, StudentField.LANGUAGE, language), ""),
                list(values.get(StudentField.HOME_LANGUAGES), homeLanguages, text -> text),
                list(values.get(StudentField.SCHOOL_IDS), schoolIds, UUID::fromString),
                values.containsKey(StudentField.ACTIVE)
                        ? values.get(StudentField.ACTIVE).asBoolean()
                        : active,
                statementIds,
                directoryOptOut);
    }

    private static @Nullable String text(
            Map<StudentField, JsonNode> values, StudentField field, @Nullable String current) {
        var value = values.get(field);
        if (value == null) {
            return current;
        }
        return value.isNull() ? null : value.asText();
    }

    private static @Nullable LocalDate date(Map<StudentField, JsonNode> values, @Nullable LocalDate current) {
        var value = text(values, StudentField.BIRTH_DATE, current == null ? null : current.toString());
        return value == null ? null : LocalDate.parse(value);
    }

    private static <T> List<T> list(@Nullable JsonNode value, List<T> current, Function<String, T> read) {
        return value == null
                ? current
                : value.valueStream().map(JsonNode::asText).map(read).toList();
    }
}
