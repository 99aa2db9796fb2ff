package org.schoolcase.students.indicator.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules as they come with the service, from early-warning/rules.yaml. */
public final class RuleCatalog {

    private static final String FILE = "/early-warning/rules.yaml";

    /** What a district has set for a rule; a null threshold keeps the source's. */
    public record Setting(boolean enabled, @Nullable BigDecimal threshold) {}

    private record CompositeEntry(
            @JsonProperty(required = true) int yellow,
            @JsonProperty(required = true) int orange,
            @JsonProperty(required = true) int red,
            @JsonProperty(required = true) String citation,
            @JsonProperty(required = true) Rule.Evidence evidence,
            @JsonProperty(required = true) Rule.Confidence confidence) {}

    private record RuleEntry(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) Indicator indicator,
            @JsonProperty(required = true) Measure measure,
            @JsonProperty(required = true) Rule.Comparison comparison,
            @JsonProperty(required = true) BigDecimal threshold,
            int minimumDays,
            @JsonProperty(required = true) Rule.Window window,
            boolean onlyAfterYearEnd,
            @Nullable List<String> grades,
            @Nullable List<String> jurisdictions,
            @JsonProperty(required = true) boolean enabled,
            @JsonProperty(required = true) String citation,
            @JsonProperty(required = true) Rule.Evidence evidence,
            @JsonProperty(required = true) Rule.Confidence confidence) {

        Rule toRule() {
            return new Rule(
                    id,
                    indicator,
                    measure,
                    comparison,
                    threshold,
                    minimumDays,
                    window,
                    onlyAfterYearEnd,
                    grades == null ? List.of() : List.copyOf(grades),
                    jurisdictions == null ? List.of() : List.copyOf(jurisdictions),
                    enabled,
                    citation,
                    evidence,
                    confidence);
        }
    }

    private record RuleFile(
            @JsonProperty(required = true) int version,
            @JsonProperty(required = true) LocalDate compiled,
            @JsonProperty(required = true) CompositeEntry composite,
            @JsonProperty(required = true) List<RuleEntry> rules) {}

    private final RuleFile file;
    private final List<Rule> rules;

    private RuleCatalog(RuleFile file) {
        this.file = file;
        this.rules = file.rules().stream().map(RuleEntry::toRule).toList();
        var ids = new HashSet<String>();
        for (var rule : rules) {
            if (!ids.add(rule.id()) || rule.citation().isBlank() || rule.indicator() == Indicator.COMPOSITE) {
                throw new IllegalStateException("Early-warning rule is not sound: " + rule.id());
            }
        }
    }

    /** Reads the rules that come with the service; fails on whatever is missing or unknown in them. */
    public static RuleCatalog load() {
        try (var input = RuleCatalog.class.getResourceAsStream(FILE)) {
            if (input == null) {
                throw new IllegalStateException("There are no early-warning rules");
            }
            return read(input);
        } catch (IOException e) {
            throw new IllegalStateException("The early-warning rules cannot be read: " + e.getMessage(), e);
        }
    }

    static RuleCatalog read(InputStream input) throws IOException {
        var yaml = YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return new RuleCatalog(yaml.readValue(input, RuleFile.class));
    }

    public int version() {
        return file.version();
    }

    public LocalDate compiled() {
        return file.compiled();
    }

    public List<Rule> rules() {
        return rules;
    }

    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Whether a rule applies in a district of this jurisdiction that has set nothing. */
    public boolean appliesByItself(Rule rule, String jurisdiction) {
        return rule.enabled() && rule.isFrom(jurisdiction);
    }

    /** The rules as a district has set them; what it has not set is as it comes. */
    public RuleSet inForce(String jurisdiction, @Nullable LocalDate policyFrom, Map<String, Setting> settings) {
        var chosen = rules.stream()
                .filter(rule -> settings.containsKey(rule.id())
                        ? settings.get(rule.id()).enabled()
                        : appliesByItself(rule, jurisdiction))
                .map(rule -> set(rule, settings.get(rule.id())))
                .toList();
        var composite = file.composite();
        return new RuleSet(
                file.version(),
                policyFrom,
                chosen,
                new RuleSet.Composite(composite.yellow(), composite.orange(), composite.red(), composite.citation()));
    }

    private static Rule set(Rule rule, @Nullable Setting setting) {
        return setting == null || setting.threshold() == null ? rule : rule.withThreshold(setting.threshold());
    }
}
