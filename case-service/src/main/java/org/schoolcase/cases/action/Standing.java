package org.schoolcase.cases.action;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.happening.Happening;
import org.schoolcase.cases.happening.Kind;

/** Where a case stands: what happened in it, in order of recording, and which consents are in force. */
public final class Standing {

    /** Kinds of consent that are in force, that law excepts from, that an evaluation used up, and that were refused or revoked, by consent. */
    record Clearances(Set<String> consents, Set<String> exceptions, Set<String> used, Map<UUID, String> declined) {}

    private final CaseFile file;
    private final LocalDate today;
    private final List<Happening> happenings;
    private final Set<String> consents;
    private final Set<String> exceptions;
    private final Set<String> used;
    private final Map<UUID, String> declined;

    Standing(CaseFile file, LocalDate today, List<Happening> happenings, Clearances clearances) {
        this.file = file;
        this.today = today;
        this.happenings = List.copyOf(happenings);
        this.consents = Set.copyOf(clearances.consents());
        this.exceptions = Set.copyOf(clearances.exceptions());
        this.used = Set.copyOf(clearances.used());
        this.declined = Map.copyOf(clearances.declined());
    }

    public CaseFile file() {
        return file;
    }

    /** Today's civil date in the district's zone. */
    public LocalDate today() {
        return today;
    }

    public boolean happened(Kind kind) {
        return last(kind).isPresent();
    }

    /** The date on which it happened last. */
    public Optional<LocalDate> last(Kind kind) {
        return lastOf(kind).map(Happening::on);
    }

    /** What happened last of one of these kinds, by order of recording. */
    public Optional<Happening> lastOf(Kind... kinds) {
        var wanted = Set.of(kinds);
        return happenings.reversed().stream()
                .filter(it -> wanted.contains(it.kind()))
                .findFirst();
    }

    /** Whether it happened, and after the last time of the other; what never happened is before everything. */
    public boolean happenedSince(Kind what, Kind since) {
        return lastPlace(what) > lastPlace(since);
    }

    /** Whether it happened to this subject. */
    public boolean happenedTo(UUID subjectId, Kind kind) {
        return happenings.stream()
                .anyMatch(it -> it.kind() == kind && it.subjectId().equals(subjectId));
    }

    /** Whether there is a subject to which one of these happened, and the other not since. */
    public boolean someLeft(Set<Kind> begun, Kind done) {
        var left = new HashSet<UUID>();
        for (var happening : happenings) {
            if (begun.contains(happening.kind())) {
                left.add(happening.subjectId());
            } else if (happening.kind() == done) {
                left.remove(happening.subjectId());
            }
        }
        return !left.isEmpty();
    }

    /** Whether a consent of a kind is in force, such as EVALUATION. */
    public boolean consentInForce(Enum<?> kind) {
        return consents.contains(kind.name());
    }

    /** Whether law lets the case go on without a kind of consent, by an exception that is recorded and holds. */
    public boolean consentExcepted(Enum<?> kind) {
        return exceptions.contains(kind.name());
    }

    /** Whether a consent of a kind, or an exception from it, was for an evaluation that is decided by now. */
    public boolean consentUsed(Enum<?> kind) {
        return used.contains(kind.name());
    }

    /** Whether a kind of consent was refused or revoked after something had happened. */
    public boolean consentDeclinedSince(Enum<?> kind, Happening since) {
        return happenings.subList(happenings.indexOf(since) + 1, happenings.size()).stream()
                .anyMatch(it -> (it.kind() == Kind.CONSENT_REFUSED || it.kind() == Kind.CONSENT_REVOKED)
                        && kind.name().equals(declined.get(it.subjectId())));
    }

    /** Shut with {@code case.closed} when the case is no longer worked on. */
    public Gate worked() {
        return file.isOpen() ? Gate.open() : Gate.shut("case.closed", "The case is closed.");
    }

    private int lastPlace(Kind kind) {
        for (int place = happenings.size() - 1; place >= 0; place--) {
            if (happenings.get(place).kind() == kind) {
                return place;
            }
        }
        return -1;
    }
}
