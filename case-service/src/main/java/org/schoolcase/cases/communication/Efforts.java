package org.schoolcase.cases.communication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the log shows of efforts for one purpose, in the three kinds of 34 CFR 300.322(d), each in order of time.
 *
 * @param citation where the law wants such efforts documented; null where it does not
 * @param calls telephone and video calls made or attempted, with what came of them
 * @param correspondence letters, e-mails and texts, each with what was received in reply
 * @param visits visits, with what came of them
 * @param other meetings, and calls that came in
 * @param complete false when there is more than was read
 */
public record Efforts(
        UUID caseId,
        Contact.Purpose purpose,
        @Nullable String citation,

        @Schema(description = "What the law says of how many")
        String howMany,

        @Nullable LocalDate first,
        @Nullable LocalDate last,
        List<Communication> calls,
        List<Correspondence> correspondence,
        List<Communication> visits,
        List<Communication> other,
        boolean complete) {

    static final int MOST = 500;

    private static final String NO_NUMBER =
            "The law asks for reasonable efforts and names no number of attempts; the record speaks.";
    private static final String NO_SECTION = "No section asks for documented efforts for this purpose.";

    /** Something in writing, and what was received in reply, by whatever means. */
    @Schema(name = "CommunicationCorrespondence")
    public record Correspondence(Communication message, List<Communication> replies) {}

    /** Of all entries for the purpose in order of time, superseded ones too, at most one more than is shown. */
    static Efforts of(UUID caseId, Contact.Purpose purpose, List<Communication> found) {
        var read = found.subList(0, Math.min(MOST, found.size()));
        var standing = only(read, it -> it.supersededBy() == null);
        var correspondence = new Threads(read).of(standing);
        var placed = correspondence.stream()
                .flatMap(it -> it.replies().stream())
                .map(Communication::id)
                .collect(Collectors.toSet());
        return new Efforts(
                caseId,
                purpose,
                purpose.effortsCitation().orElse(null),
                purpose.effortsCitation().isPresent() ? NO_NUMBER : NO_SECTION,
                standing.isEmpty() ? null : standing.getFirst().on(),
                standing.isEmpty() ? null : standing.getLast().on(),
                only(standing, Efforts::isCallMade),
                correspondence,
                only(standing, Efforts::isVisitMade),
                only(
                        standing,
                        it -> !it.means().isWritten()
                                && !isCallMade(it)
                                && !isVisitMade(it)
                                && !placed.contains(it.id())),
                found.size() <= MOST);
    }

    /** Which entry answers which, also where the answered one was corrected since. */
    private static final class Threads {

        private final Map<UUID, UUID> successor = new HashMap<>();

        Threads(List<Communication> read) {
            for (var entry : read) {
                if (entry.supersededBy() != null) {
                    successor.put(entry.id(), entry.supersededBy());
                }
            }
        }

        List<Correspondence> of(List<Communication> standing) {
            var threads = new LinkedHashMap<UUID, Correspondence>();
            var threadOf = new HashMap<UUID, UUID>();
            for (var entry : standing) {
                var thread = answered(entry).map(threadOf::get);
                if (thread.isPresent()) {
                    threadOf.put(entry.id(), thread.get());
                    Objects.requireNonNull(threads.get(thread.get())).replies().add(entry);
                } else if (entry.means().isWritten()) {
                    threadOf.put(entry.id(), entry.id());
                    threads.put(entry.id(), new Correspondence(entry, new ArrayList<>()));
                }
            }
            return List.copyOf(threads.values());
        }

        private Optional<UUID> answered(Communication entry) {
            var id = entry.inReplyTo();
            while (id != null && successor.containsKey(id)) {
                id = successor.get(id);
            }
            return Optional.ofNullable(id);
        }
    }

    private static boolean isCallMade(Communication entry) {
        return isOutgoing(entry) && (entry.means() == Contact.Means.CALL || entry.means() == Contact.Means.VIDEO);
    }

    private static boolean isVisitMade(Communication entry) {
        return isOutgoing(entry) && entry.means() == Contact.Means.VISIT;
    }

    private static boolean isOutgoing(Communication entry) {
        return entry.direction() == Contact.Direction.OUTGOING;
    }

    private static List<Communication> only(List<Communication> entries, Predicate<Communication> wanted) {
        return entries.stream().filter(wanted).toList();
    }
}
