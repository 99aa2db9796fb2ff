package org.schoolcase.students.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.students.privacy.disclosure.Disclosure;
import org.schoolcase.students.privacy.disclosure.Disclosure.Ground;
import org.schoolcase.students.privacy.disclosure.Disclosure.Recipient;
import org.schoolcase.students.privacy.disclosure.Disclosure.Source;
import org.schoolcase.students.privacy.disclosure.DisclosureBasis;
import org.schoolcase.students.privacy.disclosure.DisclosureLog;
import org.schoolcase.students.privacy.disclosure.RecipientKind;
import org.schoolcase.students.timeline.DistrictDay;

/** Use cases: the request for the records of a student who moved, and its answer (34 CFR 300.323(g)). */
@ApplicationScoped
class FollowRecords {

    /** Which transfer, and the version the caller saw. */
    record Which(UUID studentId, UUID transferId, @Nullable String ifMatch) {}

    private final TransferRepository transfers;
    private final Audit audit;
    private final CurrentUser user;
    private final DistrictDay day;
    private final DisclosureLog disclosures;

    FollowRecords(
            TransferRepository transfers, Audit audit, CurrentUser user, DistrictDay day, DisclosureLog disclosures) {
        this.disclosures = disclosures;
        this.transfers = transfers;
        this.audit = audit;
        this.user = user;
        this.day = day;
    }

    @Transactional
    StudentTransfer requested(Which which, LocalDate on) {
        requireHappened("/requestedOn", on);
        return change(which, "transfer.request-records", transfer -> {
            var answered = transfer.recordsAnsweredOn();
            if (answered != null && on.isAfter(answered)) {
                throw reversed("/requestedOn");
            }
            transfer.requestRecords(on, user.actor());
        });
    }

    /** Records that go to another school are disclosed, without need of consent (34 CFR 99.31(a)(2)). */
    @Transactional
    StudentTransfer answered(Which which, RecordsAnswer answer, LocalDate on) {
        requireHappened("/answeredOn", on);
        var changed = change(which, "transfer.answer-records", transfer -> {
            var requested = transfer.recordsRequestedOn();
            if (requested == null) {
                throw ProblemException.conflict("transfer.not-requested", "There is no request to answer yet.");
            }
            if (on.isBefore(requested)) {
                throw reversed("/answeredOn");
            }
            transfer.answer(answer, on, user.actor());
        });
        if (changed.direction() == Direction.OUT && answer.isDisclosure()) {
            audit.disclosed(AuditEntry.of("transfer.send-records", "transfer", changed.id())
                    .student(changed.studentId())
                    .fields("record")
                    .basis("34 CFR 99.31(a)(2)"));
            log(changed, on);
        }
        return changed;
    }

    /**
     * Into the log that the family reads, each day on which records went (99.32(a)(1)). Noon UTC is the same day in every zone of the
     * United States.
     */
    private void log(StudentTransfer transfer, LocalDate on) {
        disclosures.add(new Disclosure(
                Ids.named(transfer.id(), "records-sent:" + on),
                transfer.studentId(),
                on.equals(day.today()) ? day.now() : on.atTime(12, 0).toInstant(ZoneOffset.UTC),
                new Recipient(RecipientKind.ORGANISATION, null, transfer.view().organization()),
                List.of("record"),
                "ENROLLMENT",
                new Ground(DisclosureBasis.OTHER_SCHOOL, null, null),
                List.of(),
                new Source("student-service", transfer.id())));
    }

    private StudentTransfer change(Which which, String action, Consumer<StudentTransfer> verb) {
        var transfer =
                transfers.findForUpdate(which.studentId(), which.transferId()).orElseThrow(ProblemException::notFound);
        ETags.requireMatch(which.ifMatch(), transfer.version());
        verb.accept(transfer);
        transfers.send();
        audit.wrote(AuditEntry.of(action, "transfer", transfer.id()).student(transfer.studentId()));
        return transfer;
    }

    private void requireHappened(String pointer, LocalDate on) {
        if (on.isAfter(day.today()) || on.getYear() < 1900) {
            throw ProblemException.unprocessable("date.out-of-range", "What is to come is recorded when it has come.")
                    .field(pointer, "date.out-of-range", "Between 1900 and today.");
        }
    }

    private static ProblemException reversed(String pointer) {
        return ProblemException.unprocessable("transfer.answer-before-request", "The answer follows the request.")
                .field(pointer, "transfer.answer-before-request", "In the order in which it happened.");
    }
}
