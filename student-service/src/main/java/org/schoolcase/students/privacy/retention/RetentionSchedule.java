package org.schoolcase.students.privacy.retention;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.DistrictDates;

/** The retention schedule: the law as data, and the periods that the district has set where the law has none. */
@ApplicationScoped
public class RetentionSchedule {

    private static final String FILE = "/privacy/retention.json";
    private static final String INSERT = """
            insert into retention_rule (kind, effective_from, years, notice_days, authority, recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private final List<LawOfRetention> law;
    private final Rows rows;
    private final DistrictDates dates;
    private final CurrentUser user;

    RetentionSchedule(ObjectMapper json, Rows rows, DistrictDates dates, CurrentUser user) {
        this.law = read(json);
        this.rows = rows;
        this.dates = dates;
        this.user = user;
    }

    /** The period in force for a kind on a day, if the district has set one. */
    public Optional<RetentionRuleView> inForce(RecordKind kind, LocalDate day) {
        return rules().stream()
                .filter(rule -> rule.kind() == kind && !rule.effectiveFrom().isAfter(day))
                .findFirst();
    }

    /** What the law of the district's jurisdiction says of a kind. */
    public List<LawOfRetention> law(RecordKind kind) {
        var jurisdiction = dates.jurisdiction();
        return law.stream()
                .filter(rule -> rule.kind() == kind)
                .filter(rule ->
                        rule.jurisdiction().equals("US") || rule.jurisdiction().equals(jurisdiction))
                .toList();
    }

    List<RetentionView> all() {
        var today = dates.today();
        var rules = rules();
        return Arrays.stream(RecordKind.values())
                .map(kind -> view(kind, rules, today))
                .toList();
    }

    /** False if this kind has a rule from this day already. */
    boolean add(RetentionRuleRequest rule) {
        return rows.write(
                        INSERT,
                        rule.kind().name(),
                        rule.effectiveFrom(),
                        rule.years(),
                        rule.noticeDays(),
                        rule.authority(),
                        dates.now(),
                        user.actor())
                > 0;
    }

    boolean follows(RecordKind kind) {
        return law(kind).stream().anyMatch(rule -> rule.follows() != null);
    }

    private RetentionView view(RecordKind kind, List<RetentionRuleView> all, LocalDate today) {
        var own = all.stream().filter(rule -> rule.kind() == kind).toList();
        var inForce = own.stream()
                .filter(rule -> !rule.effectiveFrom().isAfter(today))
                .findFirst();
        return new RetentionView(kind, law(kind), inForce.orElse(null), own, follows(kind) || inForce.isPresent());
    }

    private List<RetentionRuleView> rules() {
        return rows.list(
                Query.of("select * from retention_rule order by kind, effective_from desc limit 500"),
                RetentionRuleView::of);
    }

    private static List<LawOfRetention> read(ObjectMapper json) {
        try (var file = Objects.requireNonNull(RetentionSchedule.class.getResourceAsStream(FILE), FILE)) {
            return List.of(json.readValue(file, LawOfRetention[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }
}
