package org.schoolcase.students.privacy.request;

import static org.schoolcase.students.privacy.request.AccessState.ASSEMBLING;
import static org.schoolcase.students.privacy.request.AccessState.READY;
import static org.schoolcase.students.privacy.request.AccessState.RECEIVED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.MergedRecords;
import org.schoolcase.students.privacy.RecordRights;

/** Use case: a request to inspect is received, assembled, handed over otherwise than by download, or taken back. */
@ApplicationScoped
class MoveAccessRequest {

    /** Which request, and the version the caller saw where he says so. */
    record Which(UUID studentId, UUID id, @Nullable String ifMatch) {}

    private final AccessRequests requests;
    private final AccessJournal journal;
    private final RecordRights rights;
    private final MergedRecords merged;
    private final DistrictDates dates;
    private final CurrentUser user;
    private final PrivacyConfig config;

    MoveAccessRequest(
            AccessRequests requests,
            AccessJournal journal,
            RecordRights rights,
            MergedRecords merged,
            DistrictDates dates,
            CurrentUser user,
            PrivacyConfig config) {
        this.requests = requests;
        this.journal = journal;
        this.rights = rights;
        this.merged = merged;
        this.dates = dates;
        this.user = user;
        this.config = config;
    }

    @Transactional
    AccessRequestView receive(UUID studentId, AccessRequestBody body) {
        dates.notInFuture(body.receivedOn(), "/receivedOn");
        if (body.beforeOn() != null) {
            dates.notBefore(body.beforeOn(), body.receivedOn(), "/before/on");
        }
        var by = rights.requester(studentId, body.guardianId(), body.byStudent());
        var request = new AccessRequest(studentId, body, by, dates.instant(), user.actor());
        requests.add(request);
        journal.moved(request, "access-request.receive");
        return requests.view(request);
    }

    /** Asks every service for its part. Asked again, it asks them again. */
    @Transactional
    AccessRequestView assemble(Which which) {
        var request = locked(which, Set.of(RECEIVED, ASSEMBLING));
        var now = dates.instant();
        var expires = now.plus(config.exportKeep());
        request.assemble(now, expires, merged.of(request.studentId()));
        config.services().keySet().forEach(service -> requests.expect(request.id(), service));
        requests.send();
        journal.tell(request.asked(now, expires));
        journal.moved(request, "access-request.assemble");
        return requests.view(request);
    }

    @Transactional
    AccessRequestView handOver(Which which, HandoverBody body) {
        var request = locked(which, Set.of(RECEIVED, ASSEMBLING, READY));
        dates.notInFuture(body.on(), "/on");
        dates.notBefore(body.on(), request.receivedOn(), "/on");
        requests.requireNotOvertaken(request);
        requests.requireSameRecords(request);
        request.handOver(body.on(), body.method(), user.actor());
        requests.send();
        journal.moved(request, "access-request.hand-over");
        return requests.view(request);
    }

    @Transactional
    AccessRequestView withdraw(Which which) {
        var request = locked(which, Set.of(RECEIVED, ASSEMBLING, READY));
        request.withdraw();
        requests.send();
        journal.tell(new ExportClosed(request.id(), request.studentId(), dates.instant()));
        journal.moved(request, "access-request.withdraw");
        return requests.view(request);
    }

    AccessRequest locked(Which which, Set<AccessState> from) {
        var request = requests.findForUpdate(which.studentId(), which.id()).orElseThrow(ProblemException::notFound);
        if (!from.contains(request.state())) {
            throw ProblemException.conflict("access-request.state", "The request is " + request.state() + ".")
                    .with("state", request.state().name());
        }
        if (which.ifMatch() != null) {
            ETags.requireMatch(which.ifMatch(), request.version());
        }
        return request;
    }
}
