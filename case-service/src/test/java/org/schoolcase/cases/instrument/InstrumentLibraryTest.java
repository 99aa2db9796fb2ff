package org.schoolcase.cases.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolcase.cases.instrument.definition.Definition;
import org.schoolcase.cases.instrument.definition.Fault;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.cases.instrument.definition.ProtectedTopic;
import org.schoolcase.cases.instrument.definition.Purpose;

/** The starter library: every definition can be used, in both languages, as its example shows. */
class InstrumentLibraryTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final InstrumentLibrary LIBRARY = new InstrumentLibrary();

    static Stream<Instrument> instruments() {
        return LIBRARY.all().stream();
    }

    @Test
    void hasTheEight() {
        assertThat(LIBRARY.all())
                .extracting(Instrument::key)
                .containsExactly(
                        "schoolcase.adaptive-behaviour-summary",
                        "schoolcase.classroom-observation",
                        "schoolcase.developmental-history",
                        "schoolcase.functional-vision-hearing",
                        "schoolcase.parent-interview",
                        "schoolcase.social-emotional-screening",
                        "schoolcase.student-interview",
                        "schoolcase.teacher-interview");
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void isWithoutFaultInEnglishAndSpanishAndShowsAnExample(Instrument instrument) {
        var tree = instrument.definition().tree();

        assertThat(Definition.faultsOf(tree)).isEmpty();
        assertThat(tree.path("languages").toString()).isEqualTo("[\"en\",\"es\"]");
        assertThat(tree.has("example")).isTrue();
        assertThat(instrument.definition().form().faultsOf(tree.path("example")))
                .isEmpty();
    }

    /** Each filled in wrongly: a field that is left out, and one that is not what is asked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            adaptive-behaviour-summary | summary          | informants        | [{"role": "PARENT", "setting": "MOON", "language": "en"}] | /informants /informants/0/setting /summary
            classroom-observation      | narrative        | startedAt         | "9:40"          | /narrative /startedAt
            developmental-history      | firstLanguage    | walkedAtMonths    | 400             | /firstLanguage /walkedAtMonths
            functional-vision-hearing  | conclusion       | acuityFarLeft     | "20-100"        | /acuityFarLeft /conclusion
            parent-interview           | concernWords     | concernAreas      | ["READING", "READING"] | /concernAreas /concernWords
            social-emotional-screening | hopeful          | worried           | 4               | /hopeful /worried
            student-interview          | likesAtSchool    | feelsSafeAtSchool | "yes"           | /feelsSafeAtSchool /likesAtSchool
            teacher-interview          | mainConcern      | levels            | []              | /levels /mainConcern
            """)
    void refusesItFilledInWrongly(String key, String leftOut, String field, String value, String pointers)
            throws JsonProcessingException {
        var definition = LIBRARY.find("schoolcase." + key, 1).orElseThrow().definition();
        var answers = (ObjectNode) definition.tree().path("example");
        answers.remove(leftOut);
        answers.set(field, JSON.readTree(value));

        assertThat(definition.form().faultsOf(answers))
                .extracting(Fault::pointer)
                .containsExactlyElementsOf(Arrays.asList(pointers.split(" ", -1)));
    }

    @Test
    void saysWhatNeedsConsent() {
        assertThat(needs("parent-interview")).containsExactly(Purpose.INSTRUCTION, Purpose.EVALUATION);
        assertThat(needs("classroom-observation")).containsExactly(Purpose.INSTRUCTION, Purpose.EVALUATION);
        assertThat(needs("social-emotional-screening")).containsExactly(Purpose.INTAKE, Purpose.EVALUATION);
        assertThat(needs("adaptive-behaviour-summary"))
                .containsExactly(Purpose.INTAKE, Purpose.INSTRUCTION, Purpose.EVALUATION);
    }

    @Test
    void marksTheOneThatAsksAboutFeelings() {
        for (var instrument : LIBRARY.all()) {
            var screening = instrument.definition().kind() == InstrumentKind.SCREENING;
            assertThat(instrument.definition().protectedTopics())
                    .isEqualTo(
                            screening
                                    ? java.util.Set.of(ProtectedTopic.MENTAL_OR_PSYCHOLOGICAL_PROBLEMS)
                                    : java.util.Set.of());
        }
    }

    @Test
    void takesTheExampleOfTheManual() throws IOException {
        var manual = Files.readString(Path.of("..", "docs", "instruments.md"));
        var example =
                manual.substring(manual.indexOf("```json") + 7, manual.indexOf("```\n", manual.indexOf("```json")));

        assertThat(Definition.faultsOf(JSON.readTree(example).path("definition")))
                .isEmpty();
    }

    private static List<Purpose> needs(String key) {
        var definition = LIBRARY.find("schoolcase." + key, 1).orElseThrow().definition();
        return Arrays.stream(Purpose.values())
                .filter(definition::needsConsentFor)
                .toList();
    }
}
