package org.schoolcase.students.privacy.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.directory.DirectoryChoices;
import org.schoolcase.students.privacy.disclosure.Disclosure.Ground;
import org.schoolcase.students.privacy.disclosure.Disclosure.Recipient;
import org.schoolcase.students.privacy.disclosure.Disclosure.Source;

/** Use case: staff record a disclosure; what the law or the family forbids is refused before it is called a disclosure. */
@ApplicationScoped
class RecordDisclosure {

    /** What came of it. */
    sealed interface Outcome {
        record Recorded(DisclosureView disclosure) implements Outcome {}

        /** The family has opted out of directory information, 34 CFR 99.37. */
        record OptedOut() implements Outcome {}

        /** An emergency names its threat, 34 CFR 99.32(a)(5). */
        record ThreatMissing() implements Outcome {}

        /** A disclosure by consent names the consent, 34 CFR 99.30. */
        record ConsentMissing() implements Outcome {}

        record InFuture() implements Outcome {}
    }

    private final DisclosureLog log;
    private final DirectoryChoices directory;
    private final DistrictDates dates;
    private final Audit audit;

    RecordDisclosure(DisclosureLog log, DirectoryChoices directory, DistrictDates dates, Audit audit) {
        this.log = log;
        this.directory = directory;
        this.dates = dates;
        this.audit = audit;
    }

    @Transactional
    Outcome handle(UUID studentId, DisclosureRequest request) {
        if (request.disclosedAt().isAfter(dates.instant())) {
            return new Outcome.InFuture();
        }
        return switch (request.basis()) {
            case HEALTH_OR_SAFETY ->
                request.threat() == null ? new Outcome.ThreatMissing() : record(studentId, request);
            case CONSENT -> request.consentId() == null ? new Outcome.ConsentMissing() : record(studentId, request);
            case DIRECTORY_INFORMATION -> directory(studentId, request);
            default -> record(studentId, request);
        };
    }

    private Outcome directory(UUID studentId, DisclosureRequest request) {
        var day = request.disclosedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return directory.isOptedOut(studentId, day) || directory.isOptedOut(studentId, dates.today())
                ? new Outcome.OptedOut()
                : record(studentId, request);
    }

    private Outcome record(UUID studentId, DisclosureRequest request) {
        var disclosure = new Disclosure(
                Ids.next(),
                studentId,
                request.disclosedAt(),
                new Recipient(request.recipientKind(), null, request.recipientName()),
                request.fields(),
                request.purpose(),
                new Ground(request.basis(), request.consentId(), request.threat()),
                request.furtherRecipientsOrNone(),
                new Source("student-service", null));
        log.add(disclosure);
        audit.disclosed(AuditEntry.of("disclosure.record", "disclosure", disclosure.id())
                .student(studentId)
                .fields(request.fields().toArray(String[]::new))
                .basis(request.basis().citation()));
        return new Outcome.Recorded(log.find(studentId, disclosure.id()).orElseThrow());
    }
}
