package org.schoolcase.students.privacy.request;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.request.MakeReady.Closing.Closed;
import org.schoolcase.students.privacy.request.MakeReady.Closing.Undecided;
import org.schoolcase.students.privacy.request.MoveAccessRequest.Which;

/** Use case: the custodian closes the assembly. Parts are fetched outside any transaction, then searched and stored as one file. */
@ApplicationScoped
class MakeReady {

    private static final Set<AccessState> FROM = Set.of(AccessState.ASSEMBLING);

    /** Seconds that searching and storing a large record may take. */
    private static final int LONGEST = 600;

    private final MoveAccessRequest move;
    private final AccessRequests requests;
    private final AccessJournal journal;
    private final ExportPieces pieces;
    private final DistrictDates dates;

    MakeReady(
            MoveAccessRequest move,
            AccessRequests requests,
            AccessJournal journal,
            ExportPieces pieces,
            DistrictDates dates) {
        this.move = move;
        this.requests = requests;
        this.journal = journal;
        this.pieces = pieces;
        this.dates = dates;
    }

    AccessRequestView handle(Which which, String authorization) {
        var view = QuarkusTransaction.requiringNew().call(() -> requests.view(move.locked(which, FROM)));
        var waiting = view.parts().stream()
                .filter(part -> part.readyAt() == null)
                .map(AccessRequestView.Part::service)
                .toList();
        if (!waiting.isEmpty()) {
            throw ProblemException.conflict("export.parts-waiting", "Services have not assembled their parts yet.")
                    .with("waiting", waiting);
        }
        try (var parts = new Parts()) {
            for (var part : view.parts()) {
                parts.add(pieces.fetch(part.service(), view.id(), part.sha256(), authorization));
            }
            var closing = QuarkusTransaction.requiringNew()
                    .timeout(LONGEST)
                    .call(() -> close(new Which(which.studentId(), which.id(), null), parts));
            return switch (closing) {
                case Closed(var closed) -> closed;
                case Undecided(var names) ->
                    throw ProblemException.conflict(
                                    "export.mentions-undecided",
                                    "The record names other students. Decide of each whether it stays or is left out.")
                            .with("undecided", names);
            };
        }
    }

    /** What came of it; names that were found are kept for the custodian, so that this commits either way. */
    sealed interface Closing {
        record Closed(AccessRequestView view) implements Closing {}

        record Undecided(long names) implements Closing {}
    }

    private Closing close(Which which, Parts parts) {
        var request = move.locked(which, FROM);
        requests.requireSameRecords(request);
        var contactsHidden = pieces.hidesContacts(request.studentId());
        var searched = pieces.search(requests.view(request), contactsHidden, parts);
        if (searched.undecided() > 0) {
            return new Undecided(searched.undecided());
        }
        var file = pieces.store(requests.view(request), parts, searched.redaction());
        request.ready(dates.instant(), dates.instant().plus(pieces.keep()), file, contactsHidden);
        requests.send();
        journal.tell(new ExportClosed(request.id(), request.studentId(), dates.instant()));
        journal.moved(request, "access-request.make-ready");
        return new Closed(requests.view(request));
    }
}
