package org.schoolcase.students.roster.oneroster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a package unreadable as a whole, and at which place this is told. */
class RosterPackageTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "valid-manifest-only-package",
                "valid-rostering-bulk-package",
                "valid-rostering-delta-package",
                "valid-full-bulk-package"
            })
    void readsTheGoodReferencePackages(String name) {
        assertThat(PackageProbe.read(reference(name)).findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "invalid-missing-manifest,package.missing_manifest",
        "invalid-unknown-zip-entry,package.unknown_file",
        "invalid-manifest-marks-present-file-absent,manifest.file_unexpected",
        "invalid-csv-quote-failure,csv.unescaped_quote"
    })
    void refusesTheUnreadableReferencePackages(String name, String code) {
        assertThat(fault(reference(name)).code()).isEqualTo(code);
    }

    @Test
    void toleratesAStatusInABulkFileAndSaysSo() {
        var probe = PackageProbe.read(reference("invalid-bulk-lifecycle-status-failure"));
        assertThat(probe.codes()).containsExactly("row.field_forbidden_in_bulk");
        assertThat(probe.findings).allMatch(finding -> finding.severity() == Finding.Severity.WARNING);
        assertThat(probe.rejected).isZero();
    }

    @Test
    void keepsOutADeltaRowWithoutStatus() {
        var probe = PackageProbe.read(reference("invalid-delta-lifecycle-required-failure"));
        assertThat(probe.codes()).containsExactly("row.field_required_in_delta");
        assertThat(probe.rejected).isEqualTo(1);
    }

    @Test
    void streamsTheRowsOfASmallPackage() {
        var probe = PackageProbe.read(PackageFixture.small().write(folder));
        assertThat(probe.findings).isEmpty();
        assertThat(Objects.requireNonNull(probe.rows.get(RosterFile.USERS))).hasSize(3);
        assertThat(Objects.requireNonNull(probe.rows.get(RosterFile.CLASSES))
                        .getFirst()
                        .cells())
                .contains("09", "1,2");
    }

    @Test
    void makesRolesOfTheUsersOfOneRoster11() {
        var pack = PackageFixture.small()
                .version("1.1")
                .without("roles")
                .bulk("users", String.join(",", RosterFile.header(Columns.users11())), """
                        u1,,,true,"s1,d1",administrator,ann,,Ann,Applewood,,,,,,,,
                        """);
        var roles = Objects.requireNonNull(
                PackageProbe.read(pack.write(folder)).rows.get(RosterFile.ROLES));
        assertThat(roles).extracting(row -> row.cells().get(1)).containsExactly("primary", "secondary");
        assertThat(roles).extracting(row -> row.cells().get(5)).containsExactly("s1", "d1");
    }

    @Test
    void toleratesByteOrderMarkAndWindowsLineEnds() {
        var header = "\uFEFFsourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
        var text = String.join("\r\n", header, "d1,,,District,district,,", "");
        var pack = PackageFixture.empty().mode("orgs", "bulk").raw("orgs.csv", text);
        assertThat(PackageProbe.read(pack.write(folder)).rows.get(RosterFile.ORGS))
                .hasSize(1);
    }

    @Test
    void keepsMetadataColumnsAsJson() {
        var pack = PackageFixture.empty()
                .bulk(
                        "orgs",
                        "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.a",
                        "d1,,,District,district,,,\"x \"\"y\"\"\"\n");
        var orgs = Objects.requireNonNull(
                PackageProbe.read(pack.write(folder)).rows.get(RosterFile.ORGS));
        assertThat(orgs.getFirst().metadata()).isEqualTo("{\"a\":\"x \\\"y\\\"\"}");
    }

    @Test
    void takesAnEmptyMetadataCellForNoValue() {
        var pack = PackageFixture.empty()
                .bulk(
                        "orgs",
                        "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.a,metadata.b",
                        "d1,,,District,district,,,,x\nd2,,,District,district,,,,\n");
        var orgs = Objects.requireNonNull(
                PackageProbe.read(pack.write(folder)).rows.get(RosterFile.ORGS));
        assertThat(orgs).extracting(RosterRow::metadata).containsExactly("{\"b\":\"x\"}", null);
    }

    @Test
    void saysAtWhichLineAQuoteIsBroken() {
        var fault = fault(small -> small.replace("users", "u2,,,true,ann,,Ann", "u2,,,true,ann,,\"Ann"));
        assertThat(fault.code()).isEqualTo("csv.unclosed_quote");
        assertThat(fault.file()).isEqualTo("users.csv");
        assertThat(fault.line()).isEqualTo(3);
    }

    @Test
    void refusesACharacterBehindAClosingQuote() {
        assertThat(fault(small -> small.replace("users", ",Ann,", ",\"An\"n,")).code())
                .isEqualTo("csv.unescaped_quote");
    }

    @Test
    void refusesAWrongHeaderAndNamesTheColumn() {
        var fault = fault(small -> small.replace("orgs", "name,type", "title,type"));
        assertThat(fault.code()).isEqualTo("schema.header_mismatch");
        assertThat(fault.column()).isEqualTo("name");
        assertThat(fault.line()).isEqualTo(1);
    }

    @Test
    void refusesASwappedHeader() {
        assertThat(fault(small -> small.replace("orgs", "name,type", "type,name"))
                        .code())
                .isEqualTo("schema.header_order_mismatch");
    }

    @Test
    void refusesAFileTheManifestPromisedAndFilesInFolders() {
        assertThat(fault(small -> small.without("users").mode("users", "bulk")).code())
                .isEqualTo("manifest.file_missing");
        assertThat(fault(small -> small.raw("data/users.csv", "")).code()).isEqualTo("package.not_at_root");
    }

    @Test
    void refusesAManifestOfAnotherKind() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("manifest.csv", "name,value\n".getBytes(UTF_8));
        assertThat(fault(write(PackageFixture.zip(files))).code()).isEqualTo("manifest.invalid_header");
        assertThat(fault(small -> small.version("2.0")).code()).isEqualTo("manifest.unsupported_version");
        assertThat(fault(small -> small.mode("users", "some")).code()).isEqualTo("manifest.invalid_file_mode");
    }

    @Test
    void refusesWhatIsNoZipOrWasCutOff() {
        assertThat(fault(write("no zip at all".getBytes(UTF_8))).code()).isEqualTo("package.not_a_zip");
        var whole = PackageFixture.small().bytes();
        assertThat(fault(write(java.util.Arrays.copyOf(whole, whole.length / 2)))
                        .code())
                .isEqualTo("package.not_a_zip");
        assertThat(fault(write(new byte[0])).code()).isEqualTo("package.not_a_zip");
    }

    @Test
    void refusesABombWithoutUnpackingIt() {
        var start = System.nanoTime();
        var fault = fault(small -> small.raw("users.csv", new byte[64 << 20]));
        assertThat(fault.code()).isEqualTo("package.compression_ratio");
        assertThat(fault.file()).isEqualTo("users.csv");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void refusesABombWhoseDirectoryLies() {
        var bomb = PackageFixture.small().raw("users.csv", new byte[64 << 20]).bytes();
        var forged = withDeclaredSize(bomb, "users.csv", 1000);
        assertThat(fault(write(forged)).code())
                .isIn("package.compression_ratio", "package.damaged_file", "csv.invalid_character");
    }

    @Test
    void refusesEndlessLinesNulAndWrongEncoding() {
        assertThat(fault(small -> small.row("orgs", "x".repeat(70_000))).code()).isEqualTo("csv.line_too_long");
        assertThat(fault(small -> small.row("orgs", "x\0")).code()).isEqualTo("csv.invalid_character");
        assertThat(fault(small -> small.raw("orgs.csv", new byte[] {'a', (byte) 0xC3, 'b'}))
                        .code())
                .isEqualTo("csv.not_utf8");
    }

    @Test
    void refusesTooManyEntries() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 23; i++) {
            files.put("f" + i + ".csv", new byte[0]);
        }
        assertThat(fault(write(PackageFixture.zip(files))).code()).isEqualTo("package.too_many_files");
    }

    private PackageFault fault(UnaryOperator<PackageFixture> damage) {
        return fault(damage.apply(PackageFixture.small()).write(folder));
    }

    private static PackageFault fault(Path zip) {
        return Objects.requireNonNull(
                catchThrowableOfType(PackageFault.class, () -> PackageProbe.read(zip)), "no fault was told");
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "raw", ".zip"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path reference(String name) {
        return Path.of("src/test/resources/oneroster", name + ".zip");
    }

    /** Overwrites the unpacked size in the central directory. */
    private static byte[] withDeclaredSize(byte[] zip, String name, int size) {
        var key = name.getBytes(UTF_8);
        for (int at = zip.length - key.length - 46; at >= 0; at--) {
            if (zip[at] == 'P'
                    && zip[at + 1] == 'K'
                    && zip[at + 2] == 1
                    && zip[at + 3] == 2
                    && java.util.Arrays.equals(zip, at + 46, at + 46 + key.length, key, 0, key.length)) {
                for (int i = 0; i < 4; i++) {
                    zip[at + 24 + i] = (byte) (size >> (8 * i));
                }
                return zip;
            }
        }
        throw new IllegalStateException("no such entry");
    }
}
