package org.schoolcase.students.pull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.students.http.Precondition;

/** Use case: the district says where its roster is pulled from, or changes it. */
@ApplicationScoped
class ConfigureSource {

    /** What came of it. */
    sealed interface Outcome {
        record Added(RosterSource source) implements Outcome {}

        record Changed(RosterSource source) implements Outcome {}

        record AddressRefused(String field) implements Outcome {}

        record SecretMissing() implements Outcome {}

        record NoKey() implements Outcome {}
    }

    private final RosterSources sources;
    private final SecretBox box;
    private final AddressGuard guard;
    private final Audit audit;
    private final Clock clock;

    ConfigureSource(RosterSources sources, SecretBox box, AddressGuard guard, Audit audit, Clock clock) {
        this.sources = sources;
        this.box = box;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(UUID id, RosterSourceRequest wanted, Precondition precondition) {
        if (!box.isReady()) {
            return new Outcome.NoKey();
        }
        if (!isCallable(wanted.baseUrl())) {
            return new Outcome.AddressRefused("/baseUrl");
        }
        if (!isCallable(wanted.tokenUrl())) {
            return new Outcome.AddressRefused("/tokenUrl");
        }
        var known = sources.find(id).orElse(null);
        return known == null ? add(id, wanted, precondition) : change(known, wanted, precondition);
    }

    private Outcome add(UUID id, RosterSourceRequest wanted, Precondition precondition) {
        precondition.requireNew();
        if (wanted.clientSecret() == null) {
            return new Outcome.SecretMissing();
        }
        var added = source(id, wanted, 0, null);
        sources.add(added, box.seal(id, wanted.clientSecret()));
        audit.wrote(entry("roster-source.add", id));
        return new Outcome.Added(added);
    }

    /** A secret is never sent to another place than that it was given for. */
    private Outcome change(RosterSource known, RosterSourceRequest wanted, Precondition precondition) {
        precondition.requireCurrent(known.version());
        var changed = source(known.id(), wanted, known.version(), known.nextRunAt());
        if (wanted.clientSecret() == null && !known.tokenUrl().equals(changed.tokenUrl())) {
            return new Outcome.SecretMissing();
        }
        var secret = wanted.clientSecret() == null ? null : box.seal(known.id(), wanted.clientSecret());
        if (!sources.change(changed, secret)) {
            throw ProblemException.of(412, "version.stale", "Precondition failed", "It has changed since you read it.");
        }
        audit.wrote(entry("roster-source.change", known.id()));
        return new Outcome.Changed(sources.find(known.id()).orElseThrow());
    }

    private RosterSource source(UUID id, RosterSourceRequest wanted, long version, @Nullable Instant plannedFor) {
        return new RosterSource(
                id,
                URI.create(wanted.baseUrl().replaceAll("/+$", "")),
                URI.create(wanted.tokenUrl()),
                wanted.clientId(),
                wanted.clientAuthentication(),
                wanted.scopes(),
                wanted.intervalMinutes(),
                wanted.active(),
                version,
                next(wanted, plannedFor));
    }

    /** The first run at once, the next after the interval; a shorter interval counts from now. */
    private @Nullable Instant next(RosterSourceRequest wanted, @Nullable Instant plannedFor) {
        if (wanted.intervalMinutes() == null) {
            return null;
        }
        if (plannedFor == null) {
            return clock.instant();
        }
        var latest = clock.instant().plus(Duration.ofMinutes(wanted.intervalMinutes()));
        return plannedFor.isBefore(latest) ? plannedFor : latest;
    }

    private boolean isCallable(String url) {
        try {
            var uri = URI.create(url);
            guard.require(uri);
            return uri.getQuery() == null;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (PullFailure failure) {
            return failure.isPassing(); // a name that cannot be resolved now is looked at again when it is called
        }
    }

    private static AuditEntry entry(String action, UUID id) {
        return AuditEntry.of(action, "roster-source", id)
                .fields("baseUrl", "tokenUrl", "clientId", "clientSecret", "scopes", "intervalMinutes", "active");
    }
}
