package org.schoolcase.students.pull;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.roster.PulledRosters;

/** Use case: one run is worked on to its end, or put off to go on at its place later. */
@ApplicationScoped
class RunPull {

    private static final Logger LOG = Logger.getLogger(RunPull.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Tenants tenants;
    private final PullRuns runs;
    private final PullReader reader;
    private final PulledPackage packages;
    private final Ends ends;

    RunPull(Tenants tenants, PullRuns runs, PullReader reader, PulledPackage packages, Ends ends) {
        this.tenants = tenants;
        this.runs = runs;
        this.reader = reader;
        this.packages = packages;
        this.ends = ends;
    }

    void handle(UUID districtId, UUID runId) {
        var claimed = tenants.inDistrict(districtId, () -> runs.claim(runId, ends.now(), ends.lease()));
        claimed.ifPresent(run -> work(districtId, run));
    }

    private void work(UUID districtId, PullRun run) {
        var repeated = new PullReader.Repeated();
        try {
            reader.read(districtId, run, repeated);
            deliver(districtId, run, repeated.times());
        } catch (PullFailure failure) {
            stop(districtId, run, failure, repeated.times());
        } catch (ProblemException refusal) {
            // The import refuses what we made of the records: its code says why.
            stop(districtId, run, PullFailure.lasting(refusal.code()), repeated.times());
        } catch (RuntimeException | IOException e) {
            LOG.warnf("Roster pull %s stopped: %s at %s", run.id(), e.getClass().getName(), e.getStackTrace()[0]);
            stop(districtId, run, PullFailure.passing("internal", PAUSE), repeated.times());
        }
    }

    private void deliver(UUID districtId, PullRun run, long repeated) throws IOException {
        var file = packages.write(districtId, run);
        if (file.isEmpty()) {
            tenants.runInDistrict(districtId, () -> ends.end(run, "COMPLETED", null, null, repeated));
            return;
        }
        try (var zip = Files.newInputStream(file.get())) {
            ends.deliver(districtId, zip, importId -> ends.end(run, "COMPLETED", importId, null, repeated));
        } finally {
            Files.delete(file.get());
        }
    }

    private void stop(UUID districtId, PullRun run, PullFailure failure, long repeated) {
        tenants.runInDistrict(districtId, () -> {
            if (failure.isPassing() && run.attempt() < ends.attempts()) {
                runs.putOff(run, failure.code(), repeated, ends.next(run, failure.pause()));
            } else {
                ends.end(run, "FAILED", null, failure.code(), repeated);
            }
        });
    }

    /** How runs end: together with their import, their audit entry, or not. */
    @ApplicationScoped
    static class Ends {

        private final PullRuns runs;
        private final PulledRosters imports;
        private final Audit audit;
        private final PullConfig config;
        private final Clock clock;

        Ends(PullRuns runs, PulledRosters imports, Audit audit, PullConfig config, Clock clock) {
            this.runs = runs;
            this.imports = imports;
            this.audit = audit;
            this.config = config;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant();
        }

        Duration lease() {
            return config.lease();
        }

        int attempts() {
            return config.attempts();
        }

        /** Later with each attempt. */
        Instant next(PullRun run, Duration pause) {
            return now().plus(pause.multipliedBy(run.attempt()));
        }

        void deliver(UUID districtId, java.io.InputStream zip, java.util.function.Consumer<UUID> inSameTransaction) {
            imports.queue(districtId, zip, inSameTransaction);
        }

        /** Needs a transaction; undoes it when another replica has taken the run over. */
        void end(PullRun run, String state, @Nullable UUID importId, @Nullable String failure, long repeated) {
            if (!runs.end(run, state, importId, failure, repeated, now())) {
                throw PullFailure.passing("lease.lost", Duration.ZERO);
            }
            audit.wrote(
                    AuditEntry.of("roster-pull.finish", "roster-pull", run.id()).fields("state:" + state));
        }
    }
}
