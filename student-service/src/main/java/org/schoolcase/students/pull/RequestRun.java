package org.schoolcase.students.pull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;

/** Use case: somebody, or the schedule, wants a source pulled now. */
@ApplicationScoped
class RequestRun {

    private final RosterSources sources;
    private final PullRuns runs;
    private final Audit audit;
    private final CurrentUser caller;
    private final Clock clock;

    RequestRun(RosterSources sources, PullRuns runs, Audit audit, CurrentUser caller, Clock clock) {
        this.sources = sources;
        this.runs = runs;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** 202 with the run; 409 while the source has one that is not over. */
    @Transactional
    RestResponse<PullRunView> onDemand(UUID sourceId, PullRunRequest wanted, PullHistory history) {
        var source = sources.find(sourceId).orElseThrow(ProblemException::notFound);
        if (!source.active()) {
            throw ProblemException.conflict("roster-source.not-active", "The source is switched off.");
        }
        if (runs.isWaiting(sourceId)) {
            throw ProblemException.conflict("roster-pull.waiting", "The source has a run that is not over.");
        }
        var id = queue(sourceId, wanted.everything(), "DEMAND");
        return ResponseBuilder.<PullRunView>accepted()
                .location(URI.create("/v1/roster-sources/" + sourceId + "/runs/" + id))
                .entity(history.find(sourceId, id).orElseThrow())
                .build();
    }

    /** Queues the schedule's run, unless one is waiting or another replica was faster. Needs a transaction of the district. */
    void onSchedule(UUID sourceId) {
        if (sources.putOff(sourceId, clock.instant()) && !runs.isWaiting(sourceId)) {
            queue(sourceId, false, "SCHEDULE");
        }
    }

    private UUID queue(UUID sourceId, boolean everything, String reason) {
        var id = Ids.next();
        runs.queue(id, sourceId, everything, reason, caller.actor(), clock.instant());
        audit.wrote(AuditEntry.of("roster-pull.queue", "roster-pull", id));
        return id;
    }
}
