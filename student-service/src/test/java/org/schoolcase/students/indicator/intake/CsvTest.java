package org.schoolcase.students.indicator.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.problem.ProblemException;

@NullMarked
class CsvTest {

    private static final UUID DISTRICT = UUID.randomUUID();
    private static final String HEADER = "key,studentSourcedId,date,kind,response,daysRemoved,voided\n";

    @Test
    void cutsWholeRowsAndCountsTheirLines() throws IOException {
        var text = "a,b\n\"x\ny\",1\nshort,2\nlast,3";
        var parts = cut(4, text);

        assertThat(parts)
                .containsExactly(
                        new CsvParts.Part(1, "a,b\n"),
                        new CsvParts.Part(2, "\"x\ny\",1\n"),
                        new CsvParts.Part(4, "short,2\n"),
                        new CsvParts.Part(5, "last,3"));
        for (int size = 1; size < 40; size++) {
            assertThat(String.join(
                            "",
                            cut(size, text).stream().map(CsvParts.Part::content).toList()))
                    .isEqualTo(text);
        }
    }

    @Test
    void forgivesAByteOrderMark() throws IOException {
        assertThat(cut(100, "\uFEFFa,b\n")).containsExactly(new CsvParts.Part(1, "a,b\n"));
        assertThat(cut(100, "")).isEmpty();
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() ->
                        new CsvParts(10, _ -> {}).cut(new ByteArrayInputStream(new byte[] {'a', (byte) 0xE9, '\n'})))
                .isInstanceOf(ProblemException.class)
                .hasMessage("csv.not-utf8");
        assertThatThrownBy(() -> cut(10, "\"" + "x".repeat(20_000)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("csv.row-too-long");
    }

    @Test
    void checksTheHeader() {
        assertThat(CsvRows.header(DataKind.BEHAVIOR, HEADER)).hasSize(7);
        refusesHeader("studentSourcedId,date,kind\n", "csv.column-missing");
        refusesHeader("key,date,kind\n", "csv.column-missing");
        refusesHeader("key,studentId,kind\n", "csv.column-missing");
        refusesHeader("key,studentId,date,kind,name\n", "csv.unknown-column");
        refusesHeader("key,studentId,date,kind,kind\n", "csv.unknown-column");
    }

    @Test
    void readsRowsAndNamesTheFaultOfEachOther() {
        var reader = new RowReader(DataKind.BEHAVIOR, DISTRICT, "sis", null);
        var rows = new ArrayList<IntakeRow>();
        var content = HEADER
                + "i1,s1,2026-10-05,MAJOR,EXPULSION,1.5,\n"
                + "i2,s1,05.10.2026,MAJOR,,,\n"
                + "i3,,2026-10-05,MAJOR,,,\n"
                + "\n"
                + "i4,s1,2026-10-05,HUGE,,,\n"
                + "i5,s1,2026-10-05,MINOR,,1.25,\n"
                + ",s1,2026-10-05,MINOR,,,\n"
                + "i6,s1,2026-10-05,,,,\n"
                + "i7,s1,2026-10-05\n"
                + "i8,s1,2026-10-05,minor,,,perhaps\n"
                + "i9,s1,2026-10-05,minor,,,no\n";

        long read =
                CsvRows.read(reader, CsvRows.header(DataKind.BEHAVIOR, content), new CsvParts.Part(1, content), rows);

        assertThat(read).isEqualTo(10);
        assertThat(rows).extracting(IntakeRow::line).containsExactly(2L, 12L);
        assertThat(rows.getFirst().studentId()).isEqualTo(Ids.named(DISTRICT, "user:s1"));
        assertThat(rows.getFirst().id()).isEqualTo(Ids.named(DISTRICT, "incident:sis:i1"));
        assertThat(rows.getLast().values()).contains("MINOR", "NONE", false);
        assertThat(reader.findings())
                .containsExactly(
                        new Finding(3, "date", "cell.not-a-date"),
                        new Finding(4, "studentSourcedId", "cell.missing"),
                        new Finding(6, "kind", "cell.unknown-code"),
                        new Finding(7, "daysRemoved", "cell.not-a-number"),
                        new Finding(8, "key", "cell.missing"),
                        new Finding(9, "kind", "cell.missing"),
                        new Finding(10, null, "csv.field-count"),
                        new Finding(11, "voided", "cell.not-a-flag"));
    }

    @Test
    void takesWhatIsUsuallyMissedWithACode() {
        var reader = new RowReader(DataKind.ATTENDANCE, DISTRICT, "sis", null);
        var rows = new ArrayList<IntakeRow>();
        var content =
                "studentId,date,code,missed\n%1$s,2026-10-05,TARDY,\n%1$s,2026-10-06,ABSENT,\n%1$s,2026-10-07,ABSENT_EXCUSED,40\nx,2026-10-05,TARDY,\n%1$s,2026-10-05,TARDY,101\n"
                        .formatted(DISTRICT);

        CsvRows.read(reader, CsvRows.header(DataKind.ATTENDANCE, content), new CsvParts.Part(1, content), rows);

        assertThat(rows).extracting(row -> row.values().get(2).toString()).containsExactly("0", "100", "40");
        assertThat(rows).extracting(row -> row.values().get(1)).containsExactly(1, 5, 2);
        assertThat(reader.findings()).extracting(Finding::code).containsExactly("cell.not-an-id", "cell.not-a-number");
    }

    private static List<CsvParts.Part> cut(int size, String text) throws IOException {
        var parts = new ArrayList<CsvParts.Part>();
        new CsvParts(size, parts::add).cut(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return parts;
    }

    private static void refusesHeader(String content, String code) {
        assertThatThrownBy(() -> CsvRows.header(DataKind.BEHAVIOR, content))
                .isInstanceOf(ProblemException.class)
                .hasMessage(code);
    }
}
