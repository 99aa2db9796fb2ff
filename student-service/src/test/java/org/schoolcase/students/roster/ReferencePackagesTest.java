package org.schoolcase.students.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The reference packages of an independent validator, read strictly, against its own verdicts and codes (index.json);
 * and what a tolerant import makes of the quirks among them.
 */
@QuarkusTest
class ReferencePackagesTest {

    private static final List<String> GOOD = List.of("COMPLETED");
    private static final List<String> BAD = List.of("COMPLETED_WITH_ERRORS", "400");

    private record Verdict(String state, List<String> errors, List<String> warnings) {}

    @TestFactory
    Stream<DynamicTest> givesTheVerdictOfTheValidator() throws IOException {
        var index = new ObjectMapper()
                .readTree(Path.of("src/test/resources/oneroster/index.json").toFile());
        assertThat(index).hasSize(12);
        return StreamSupport.stream(index.spliterator(), false)
                .map(expected -> dynamicTest(expected.path("file").asText(), () -> agrees(expected)));
    }

    private static void agrees(JsonNode expected) {
        var ours = verdict(expected.path("file").asText().replace(".zip", ""), true);
        boolean good = expected.path("verdict").asText().equals("ok");
        assertThat(ours.state()).isIn(good ? GOOD : BAD);
        var theirs = new ArrayList<String>();
        expected.path("codes").forEach(code -> theirs.add(code.asText()));
        assertThat(ours.errors()).hasSameElementsAs(theirs);
    }

    @Test
    void saysThatGradebookFilesAreIgnored() {
        var sis = new RosterProbe();
        var done = sis.run(RosterProbe.reference("valid-full-bulk-package"));
        assertThat(done.extract().<String>path("files.find { it.file == 'lineItems' }.mode"))
                .isEqualTo("IGNORED");
        assertThat(done.extract().<Integer>path("files.find { it.file == 'lineItems' }.read"))
                .isEqualTo(1);
        assertThat(verdict("valid-full-bulk-package", false).warnings()).containsOnly("package.file_ignored");
    }

    @Test
    void toleratesAFilledStatusInABulkFile() {
        var tolerant = verdict("invalid-bulk-lifecycle-status-failure", false);
        assertThat(tolerant.state()).isEqualTo("COMPLETED");
        assertThat(tolerant.errors()).isEmpty();
        assertThat(tolerant.warnings()).containsOnly("row.field_forbidden_in_bulk");
    }

    @Test
    void namesThePlaceOfAGradebookReferenceIntoNothing() {
        var sis = new RosterProbe();
        var done = sis.run(RosterProbe.reference("invalid-missing-target-record-failure"));
        var findings = sis.findings(done.extract().path("id")).extract();
        var at = "items.find { it.code == 'reference.missing_target_record' }.";
        assertThat(findings.<String>path(at + "file")).isEqualTo("lineItems.csv");
        assertThat(findings.<Integer>path(at + "line")).isEqualTo(2);
        assertThat(findings.<String>path(at + "column")).isEqualTo("categorySourcedId");
    }

    private static Verdict verdict(String name, boolean strict) {
        var sis = new RosterProbe();
        var answer = sis.sis()
                .contentType("application/zip")
                .queryParam("strict", strict)
                .body(RosterProbe.reference(name))
                .post("/v1/roster-imports");
        if (answer.statusCode() == 400) {
            return new Verdict("400", List.of(answer.<String>path("code")), List.of());
        }
        var done = sis.ended(answer.then().statusCode(202).extract().header("Location"));
        var findings = sis.findings(done.extract().path("id")).extract();
        return new Verdict(
                done.extract().path("state"),
                findings.path("items.findAll { it.severity == 'ERROR' }.code"),
                findings.path("items.findAll { it.severity == 'WARNING' }.code"));
    }
}
