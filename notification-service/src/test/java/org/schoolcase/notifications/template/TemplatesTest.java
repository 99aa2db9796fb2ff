package org.schoolcase.notifications.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.StartupEvent;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.notifications.rule.Audience;
import org.schoolcase.notifications.rule.Channel;
import org.schoolcase.notifications.rule.Rule;
import org.schoolcase.notifications.rule.Rules;
import org.schoolcase.notifications.rule.RulesFixture;

class TemplatesTest {

    private static final Rules RULES = RulesFixture.shipped();

    record Case(String kind, Channel channel, String language) {}

    private final Templates templates = new Templates(engine(), RULES);

    static Stream<Case> all() {
        return RULES.all().stream().flatMap(rule -> rule.kinds().stream().flatMap(kind -> rule.channels().stream()
                .flatMap(channel -> Languages.WRITTEN.stream().map(language -> new Case(kind, channel, language)))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesEveryKindInEveryLanguage(Case each) {
        var text = templates.write(each.kind(), each.channel(), each.language(), Words.sample("Test District"));

        assertThat(text.subject()).contains("M. G.").hasSizeLessThan(80).doesNotContain("{", "\n");
        assertThat(text.body()).isNotBlank().doesNotContain("{", "}");
        assertThat(text.version()).matches("[0-9a-f]{12}");
        assertThat(templates.html(text)).contains("<html lang=\"" + each.language() + "\">", text.subject());
    }

    @ParameterizedTest
    @MethodSource("all")
    void neverNamesTheChildInASubjectNorToStaff(Case each) {
        var text = templates.write(each.kind(), each.channel(), each.language(), Words.sample("Test District"));

        assertThat(text.subject()).doesNotContain("Mateo");
        if (each.kind().endsWith("-staff")) {
            assertThat(text.body()).doesNotContain("Mateo");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void speaksToAnAdultStudentOfHimself(Case each) {
        if (each.kind().endsWith("-student")) {
            var text = templates.write(each.kind(), each.channel(), each.language(), Words.sample("Test District"));

            assertThat(text.body()).containsAnyOf("Hello Mateo,", "Hola, Mateo:");
            assertThat(text.body().replace("Harbor Family Counseling", "").toLowerCase(Locale.ROOT))
                    .doesNotContain("family", "familia", "your child", "hijo", "ustedes");
        }
    }

    /** The rights in the record are the student's: his parent is invited to nothing that only the student may do. */
    @ParameterizedTest
    @MethodSource("all")
    void speaksToAParentOfAnAdult(Case each) {
        if (each.kind().endsWith("-parent")) {
            var text = templates.write(each.kind(), each.channel(), each.language(), Words.sample("Test District"));

            assertThat(text.body())
                    .contains("34 CFR 300.520(a)")
                    .containsAnyOf("Mateo is of age", "Mateo es mayor de edad")
                    .containsAnyOf("Mateo may ask for a copy", "Mateo puede pedir una copia")
                    .doesNotContain("you may ask", "your child", "pueden pedir", "hijo");
        }
    }

    @Test
    void writesSpanishDatesInSpanish() {
        var text = templates.write("deadline-set-staff", Channel.IN_APP, "es", Words.sample("Test District"));

        assertThat(text.subject()).isEqualTo("Nuevo plazo para M. G.: 13 de noviembre de 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{district}}", "{district}", "{#each x}", "<script>alert(1)</script>", "A\r\nBcc: x@evil.test"})
    void takesValuesAsTextOnly(String hostile) {
        var words = new Words(hostile, hostile, hostile, hostile, "Test District", LocalDate.EPOCH, LocalDate.EPOCH);

        var text = templates.write("referral-accepted-staff", Channel.EMAIL, "en", words);
        var html = templates.html(text);

        var oneLine = hostile.replace("\r\n", " ");
        assertThat(text.subject()).isEqualTo("Referral for " + oneLine + " was accepted");
        assertThat(text.body()).contains("Hello " + oneLine + ",").doesNotContain("\nBcc");
        assertThat(html).doesNotContain("<script>").doesNotContain("\nBcc");
        if (hostile.startsWith("<")) {
            assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        }
    }

    @Test
    void takesNoEndlessValue() {
        var words = new Words("R", "M", "x".repeat(10_000), "a", "d", LocalDate.EPOCH, null);

        assertThat(templates
                        .write("referral-accepted-staff", Channel.EMAIL, "en", words)
                        .subject())
                .hasSizeLessThan(250);
    }

    @Test
    void refusesToStartWhenARuleHasNoTemplate() {
        var orphan = new Rule(
                "r",
                "e",
                Audience.REQUESTER,
                "nobody-wrote-this",
                null,
                null,
                List.of(Channel.EMAIL),
                "because",
                null,
                null);

        assertThatIllegalStateException()
                .isThrownBy(() -> new Templates(engine(), RulesFixture.of(orphan)).check(new StartupEvent()))
                .withMessageContaining("nobody-wrote-this/email_en.txt");
    }

    private static Engine engine() {
        return Engine.builder()
                .addDefaults()
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(name -> Optional.ofNullable(TemplatesTest.class.getResource("/templates/" + name))
                        .map(_ -> new File(name)))
                .build();
    }

    private record File(String name) implements TemplateLocation {
        @Override
        public Reader read() {
            return new InputStreamReader(
                    Objects.requireNonNull(TemplatesTest.class.getResourceAsStream("/templates/" + name)),
                    StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(name.endsWith(".html") ? Variant.TEXT_HTML : Variant.TEXT_PLAIN));
        }
    }
}
