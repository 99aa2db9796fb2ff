package org.schoolcase.students.privacy.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.disclosure.Disclosure;
import org.schoolcase.students.privacy.disclosure.Disclosure.Recipient;
import org.schoolcase.students.privacy.disclosure.Disclosure.Source;
import org.schoolcase.students.privacy.disclosure.DisclosureBasis;
import org.schoolcase.students.privacy.disclosure.DisclosureLog;
import org.schoolcase.students.privacy.disclosure.RecipientKind;

/** Use case: the family, or the custodian for it, takes the export; each time is a disclosure, logged before a byte leaves. */
@ApplicationScoped
class TakeExport {

    private static final String BASIS = "34 CFR 99.10, 99.31(a)(12)";

    private final AccessRequests requests;
    private final ExportFiles files;
    private final AccessJournal journal;
    private final Told told;
    private final ExportTaker taker;

    /** Where a taking is written down. */
    @ApplicationScoped
    static class Told {
        private final DisclosureLog log;
        private final Audit audit;
        private final DistrictDates dates;

        Told(DisclosureLog log, Audit audit, DistrictDates dates) {
            this.log = log;
            this.audit = audit;
            this.dates = dates;
        }

        DistrictDates dates() {
            return dates;
        }

        void taken(AccessRequest request) {
            var recipient = request.guardianId() == null ? request.studentId() : request.guardianId();
            audit.disclosed(AuditEntry.of("export.download", "access-request", request.id())
                    .student(request.studentId())
                    .fields("export")
                    .basis(BASIS));
            log.add(new Disclosure(
                    Ids.next(),
                    request.studentId(),
                    dates.instant(),
                    new Recipient(RecipientKind.PERSON, recipient, null),
                    List.of("export"),
                    "INSPECTION",
                    new Disclosure.Ground(DisclosureBasis.PARENT_OR_STUDENT, null, null),
                    List.of(),
                    new Source("student-service", request.id())));
        }
    }

    TakeExport(AccessRequests requests, ExportFiles files, AccessJournal journal, Told told, ExportTaker taker) {
        this.requests = requests;
        this.files = files;
        this.journal = journal;
        this.told = told;
        this.taker = taker;
    }

    /** Writes down the disclosure and, if it is the family's first, the handover. */
    @Transactional
    AccessRequestView handle(UUID studentId, UUID id) {
        var request = requests.findForUpdate(studentId, id).orElseThrow(ProblemException::notFound);
        var custodian = taker.isCustodian(studentId);
        if (!custodian && !taker.isRequester(request)) {
            throw ProblemException.notFound();
        }
        if (request.state() == AccessState.WITHDRAWN
                || !request.hasFile(told.dates().instant())) {
            throw ProblemException.conflict("export.not-there", "The export is not ready, or it has expired.")
                    .with("state", request.state().name());
        }
        requests.requireNotOvertaken(request);
        requests.requireSameRecords(request);
        if (request.state() == AccessState.READY && !custodian) {
            request.handOver(told.dates().today(), HandoverMethod.DOWNLOAD, taker.actor());
            requests.send();
            journal.moved(request, "access-request.hand-over");
        }
        told.taken(request);
        return requests.view(request);
    }

    void write(UUID id, OutputStream out) throws IOException {
        files.write(id, out);
    }
}
