package org.schoolcase.students.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.students.calendar.SchoolDate;
import org.schoolcase.students.indicator.DirtyStudents.Student;
import org.schoolcase.students.indicator.rule.Facts;
import org.schoolcase.students.indicator.rule.RuleSet;

/**
 * Use case: the indicators of a batch of marked students are computed anew. Taking the marks, storing the results and
 * telling what changed are one transaction, so a crash leaves the marks for the next.
 */
@ApplicationScoped
class ComputeIndicators {

    static final int BATCH = 500;

    private final DirtyStudents dirty;
    private final FactsReader reader;
    private final IndicatorResults results;
    private final Setting setting;
    private final Outbox outbox;

    /** What holds on the day of the computation. */
    @ApplicationScoped
    static class Setting {
        private final Policies policies;
        private final Windows windows;
        private final SchoolDate date;

        Setting(Policies policies, Windows windows, SchoolDate date) {
            this.policies = policies;
            this.windows = windows;
            this.date = date;
        }

        LocalDate today() {
            return date.today();
        }

        RuleSet rules() {
            return policies.inForce(today());
        }

        Windows windows() {
            return windows;
        }
    }

    ComputeIndicators(
            DirtyStudents dirty, FactsReader reader, IndicatorResults results, Setting setting, Outbox outbox) {
        this.dirty = dirty;
        this.reader = reader;
        this.results = results;
        this.setting = setting;
        this.outbox = outbox;
    }

    /** Computes one batch; needs a transaction of the district. False when nobody was marked. */
    boolean nextBatch() {
        return compute(dirty.take(BATCH));
    }

    /** Computes one student alone; needs a transaction of the district. */
    boolean one(UUID studentId) {
        return compute(dirty.takeOne(studentId));
    }

    private boolean compute(List<Student> students) {
        if (students.isEmpty()) {
            return false;
        }
        var today = setting.today();
        var rules = setting.rules();
        var facts = reader.read(asked(students, today), setting.windows().term(today));
        results.store(apply(rules, facts), rules, today).stream()
                .filter(IndicatorResults.Change::isNews)
                .map(change -> fact(change, rules, today))
                .forEach(outbox::append);
        return true;
    }

    /** Marks those whose indicators are of rules no longer in force, or of a year before. */
    int markOutdated() {
        var rules = setting.rules();
        var year = setting.windows().year(null, setting.today());
        return dirty.markOutdated(
                rules.catalogVersion(), rules.policyFrom(), year.span().from());
    }

    private List<FactsReader.Asked> asked(List<Student> students, LocalDate today) {
        var years = new HashMap<UUID, Windows.Year>();
        var ofDistrict = setting.windows().year(null, today);
        return students.stream()
                .map(student -> new FactsReader.Asked(
                        student,
                        student.schoolId() == null
                                ? ofDistrict
                                : years.computeIfAbsent(student.schoolId(), school -> setting.windows()
                                        .year(school, today))))
                .toList();
    }

    private static List<IndicatorResults.Of> apply(RuleSet rules, Map<UUID, Facts> facts) {
        var all = new ArrayList<IndicatorResults.Of>();
        facts.forEach((student, known) ->
                rules.apply(known).forEach(result -> all.add(new IndicatorResults.Of(student, result))));
        return all;
    }

    private static IndicatorChanged fact(IndicatorResults.Change change, RuleSet rules, LocalDate today) {
        return new IndicatorChanged(
                change.studentId(),
                change.indicator(),
                change.before(),
                change.now(),
                rules.catalogVersion(),
                rules.policyFrom(),
                today);
    }
}
