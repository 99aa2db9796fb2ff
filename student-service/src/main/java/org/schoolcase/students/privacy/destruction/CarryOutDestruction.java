package org.schoolcase.students.privacy.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.MergedRecords;
import org.schoolcase.students.student.StudentProfile;

/** Use case: an announced destruction is carried out here and ordered everywhere, or called off. */
@ApplicationScoped
class CarryOutDestruction {

    private final Destructions destructions;
    private final OwnRecord own;
    private final MergedRecords merged;
    private final Stops stops;
    private final Told told;
    private final DistrictDates dates;

    /** Who is told: all services by fact and tombstone, and the trail. */
    @ApplicationScoped
    static class Told {
        private final Outbox outbox;
        private final Audit audit;
        private final CurrentUser user;

        Told(Outbox outbox, Audit audit, CurrentUser user) {
            this.outbox = outbox;
            this.audit = audit;
            this.user = user;
        }

        String actor() {
            return user.actor();
        }

        void ordered(DestructionOrdered fact) {
            outbox.append(fact);
            outbox.state(StudentProfile.TOPIC, fact.studentId(), StudentProfile.TYPE, null);
            wrote("destruction.order", fact.destructionId(), fact.studentId());
        }

        void wrote(String action, UUID id, UUID studentId) {
            audit.wrote(
                    AuditEntry.of(action, "destruction", id).student(studentId).basis("34 CFR 300.624"));
        }
    }

    CarryOutDestruction(
            Destructions destructions,
            OwnRecord own,
            MergedRecords merged,
            Stops stops,
            Told told,
            DistrictDates dates) {
        this.destructions = destructions;
        this.own = own;
        this.merged = merged;
        this.stops = stops;
        this.told = told;
        this.dates = dates;
    }

    @Transactional
    DestructionView execute(UUID id, @Nullable String ifMatch) {
        var destruction = announced(id, ifMatch);
        var student = destruction.studentId();
        if (dates.today().isBefore(destruction.earliestOn())) {
            throw ProblemException.conflict(
                            "destruction.notice-runs", "The time between notice and destruction is not over.")
                    .with("earliestOn", destruction.earliestOn().toString())
                    .citing("34 CFR 300.624(a)");
        }
        stops.of(student).ifPresent(stop -> {
            throw stop.problem();
        });
        if (own.isAtSchool(student)) {
            throw DestructionResource.stillAtSchool();
        }
        var now = dates.instant();
        destruction.order(now, told.actor());
        destructions.send();
        var fact = new DestructionOrdered(id, student, merged.of(student), destruction.isWhole(), now);
        own.destroy(student, destruction.isWhole(), now).forEach(count -> destructions.count(id, count));
        told.ordered(fact);
        return destructions.view(destruction);
    }

    @Transactional
    DestructionView cancel(UUID id, @Nullable String ifMatch) {
        var destruction = announced(id, ifMatch);
        destruction.cancel();
        destructions.send();
        told.wrote("destruction.cancel", id, destruction.studentId());
        return destructions.view(destruction);
    }

    private Destruction announced(UUID id, @Nullable String ifMatch) {
        var destruction = destructions.findForUpdate(id).orElseThrow(ProblemException::notFound);
        if (destruction.state() != DestructionState.NOTICE_GIVEN) {
            throw ProblemException.conflict("destruction.state", "The destruction is " + destruction.state() + ".")
                    .with("state", destruction.state().name());
        }
        if (ifMatch != null) {
            ETags.requireMatch(ifMatch, destruction.version());
        }
        return destruction;
    }
}
