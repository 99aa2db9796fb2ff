package org.schoolcase.students.privacy.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.retention.RecordKind;
import org.schoolcase.students.privacy.retention.RetentionRuleView;
import org.schoolcase.students.privacy.retention.RetentionSchedule;

/** Use case: the district announces a destruction after it has informed the family (34 CFR 300.624(a)). */
@ApplicationScoped
class AnnounceDestruction {

    /** What came of it. */
    sealed interface Outcome {
        record Announced(DestructionView destruction) implements Outcome {}

        /** The district has set no period for these kinds, so none of them may be destroyed. */
        record NoPeriod(List<RecordKind> kinds) implements Outcome {}

        /** The period of at least one kind runs until this day. */
        record PeriodRuns(LocalDate until) implements Outcome {}

        record StillAtSchool() implements Outcome {}

        record AnnouncedBefore() implements Outcome {}

        /** Something stops any destruction. */
        record Stopped(Stop stop) implements Outcome {}
    }

    private final Destructions destructions;
    private final OwnRecord own;
    private final RetentionSchedule schedule;
    private final Stops stops;
    private final Told told;

    /** Who announces it and when, the fact that the family is written to, and the trail. */
    @ApplicationScoped
    static class Told {
        private final DistrictDates dates;
        private final CurrentUser user;
        private final Audit audit;
        private final Outbox outbox;

        Told(DistrictDates dates, CurrentUser user, Audit audit, Outbox outbox) {
            this.outbox = outbox;
            this.dates = dates;
            this.user = user;
            this.audit = audit;
        }

        DistrictDates dates() {
            return dates;
        }

        Destruction announced(UUID studentId, DestructionRequest request, Destruction.Terms terms) {
            var destruction = new Destruction(studentId, request, terms, dates.instant(), user.actor());
            audit.wrote(AuditEntry.of("destruction.announce", "destruction", destruction.id())
                    .student(studentId)
                    .fields("scope", "ground", "leftOn", "noticeOn", "noticeMethod")
                    .basis("34 CFR 300.624(a)"));
            outbox.append(
                    new DestructionAnnounced(destruction.id(), studentId, destruction.earliestOn(), dates.instant()));
            return destruction;
        }
    }

    AnnounceDestruction(Destructions destructions, OwnRecord own, RetentionSchedule schedule, Stops stops, Told told) {
        this.destructions = destructions;
        this.own = own;
        this.schedule = schedule;
        this.stops = stops;
        this.told = told;
    }

    @Transactional
    Outcome handle(UUID studentId, DestructionRequest request) {
        var today = told.dates().today();
        told.dates().notInFuture(request.noticeOn(), "/noticeOn");
        told.dates().notBefore(request.noticeOn(), request.leftOn(), "/noticeOn");
        if (own.isAtSchool(studentId)) {
            return new Outcome.StillAtSchool();
        }
        if (destructions.isOpen(studentId)) {
            return new Outcome.AnnouncedBefore();
        }
        var stop = stops.of(studentId);
        if (stop.isPresent()) {
            return new Outcome.Stopped(stop.get());
        }
        return withRules(studentId, request, today);
    }

    private Outcome withRules(UUID studentId, DestructionRequest request, LocalDate today) {
        var rules = new ArrayList<RetentionRuleView>();
        var missing = new ArrayList<RecordKind>();
        for (var kind : request.scope().kinds()) {
            schedule.inForce(kind, today).ifPresentOrElse(rules::add, () -> missing.add(kind));
        }
        if (!missing.isEmpty()) {
            return new Outcome.NoPeriod(missing);
        }
        var over = request.leftOn()
                .plusYears(
                        rules.stream().mapToInt(RetentionRuleView::years).max().orElseThrow());
        if (request.ground() == DestructionGround.PERIOD_OVER && over.isAfter(today)) {
            return new Outcome.PeriodRuns(over);
        }
        var destruction = told.announced(studentId, request, terms(request, rules));
        destructions.add(destruction);
        return new Outcome.Announced(destructions.view(destruction));
    }

    private static Destruction.Terms terms(DestructionRequest request, List<RetentionRuleView> rules) {
        var notice = rules.stream()
                .max(Comparator.comparingInt(RetentionRuleView::noticeDays))
                .orElseThrow()
                .noticeDays();
        var words = rules.stream()
                .map(rule -> "%s: %d years, %d days of notice (%s)"
                        .formatted(rule.kind(), rule.years(), rule.noticeDays(), rule.authority()))
                .collect(Collectors.joining("; "));
        return new Destruction.Terms(words, request.noticeOn().plusDays(notice));
    }
}
