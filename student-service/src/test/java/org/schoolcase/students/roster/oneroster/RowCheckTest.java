package org.schoolcase.students.roster.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row is kept out for, and which quirks are understood. */
class RowCheckTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sourcedId|row.invalid_guid|a b,,,Year,schoolYear,2026-08-15,2027-06-10,,2027",
                "sourcedId|row.field_required|,,,Year,schoolYear,2026-08-15,2027-06-10,,2027",
                "title|row.field_required|x,,,,schoolYear,2026-08-15,2027-06-10,,2027",
                "type|row.invalid_enum|x,,,Year,decade,2026-08-15,2027-06-10,,2027",
                "startDate|row.invalid_date|x,,,Year,term,2026-02-30,2027-06-10,,2027",
                "endDate|row.invalid_date|x,,,Year,term,2026-02-20,06/10/2027,,2027",
                "schoolYear|row.invalid_year|x,,,Year,term,2026-02-20,2027-06-10,,next",
                "status|row.invalid_enum|x,gone,,Year,term,2026-02-20,2027-06-10,,2027"
            })
    void keepsOutAFaultyRowAndTellsLineColumnAndForm(String column, String code, String row) {
        var probe = PackageProbe.read(
                PackageFixture.small().row("academicSessions", row).write(folder));
        assertThat(probe.rejected).isEqualTo(1);
        assertThat(probe.findings).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.line()).isEqualTo(4);
            assertThat(finding.column()).isEqualTo(column);
            assertThat(finding.file()).isEqualTo("academicSessions.csv");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
        });
        assertThat(Objects.requireNonNull(probe.rows.get(RosterFile.ACADEMIC_SESSIONS)))
                .hasSize(2);
    }

    @Test
    void keepsOutARowWithAMissingCell() {
        var probe =
                PackageProbe.read(PackageFixture.small().row("orgs", "x,,,Name").write(folder));
        assertThat(probe.codes()).containsExactly("csv.wrong_cell_count");
    }

    @ParameterizedTest
    @CsvSource({
        "row.invalid_year,y1,2026-2027,2027",
        "row.invalid_year,y1,2026-27,2027",
    })
    void understandsASchoolYearOfTwoYears(String code, String id, String year, String kept) {
        var probe = PackageProbe.read(PackageFixture.small()
                .replace("academicSessions", ",,2027\n", ",," + year + "\n")
                .write(folder));
        assertThat(probe.codes()).containsExactly(code);
        var sessions = Objects.requireNonNull(probe.rows.get(RosterFile.ACADEMIC_SESSIONS));
        assertThat(sessions.getFirst().cells()).contains(kept);
    }

    @Test
    void understandsShoutedBooleansAndDatesWithoutTime() {
        var pack = PackageFixture.small()
                .replace("users", "u1,,,true", "u1,ACTIVE,2026-09-01,TRUE")
                .write(folder);
        var probe = PackageProbe.read(pack);
        assertThat(probe.codes())
                .containsExactlyInAnyOrder(
                        "row.field_forbidden_in_bulk", "row.invalid_datetime", "row.invalid_boolean");
        var first = Objects.requireNonNull(probe.rows.get(RosterFile.USERS)).getFirst();
        assertThat(first.lastModified()).isEqualTo("2026-09-01T00:00:00Z");
        assertThat(first.cells().getFirst()).isEqualTo("true");
    }

    @Test
    void namesTheFormOfAValueAndNeverTheValue() {
        var probe = PackageProbe.read(PackageFixture.small()
                .replace("demographics", "2012-03-04", "04.03.2012")
                .write(folder));
        assertThat(probe.findings).hasSize(1);
        assertThat(probe.findings.getFirst().valueClass()).isEqualTo("digits-and-separators(10)");
        assertThat(probe.findings.toString()).doesNotContain("04.03");
    }

    @Test
    void contentIgnoresTheDateOfChangeAlone() {
        var one = PackageProbe.read(PackageFixture.small().write(folder));
        var two = PackageProbe.read(PackageFixture.small()
                .replace("users", "u1,,,", "u1,active,2026-09-01T12:00:00.000Z,")
                .write(folder));
        assertThat(content(one)).isEqualTo(content(two));
    }

    private static String content(PackageProbe probe) {
        return Objects.requireNonNull(probe.rows.get(RosterFile.USERS))
                .getFirst()
                .content();
    }
}
