package org.schoolcase.students.privacy.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.request.MoveAccessRequest.Which;

/** Use case: the custodian closes the assembly. The parts are fetched outside any transaction, then stored as one file. */
@ApplicationScoped
class MakeReady {

    private static final Set<AccessState> FROM = Set.of(AccessState.ASSEMBLING);

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
        var parts = new ArrayList<JsonNode>();
        for (var part : view.parts()) {
            parts.add(pieces.fetch(part.service(), view.id(), part.sha256(), authorization));
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> store(new Which(which.studentId(), which.id(), null), parts));
    }

    private AccessRequestView store(Which which, List<JsonNode> others) {
        var request = move.locked(which, FROM);
        var file = pieces.store(requests.view(request), others);
        request.ready(dates.instant(), dates.instant().plus(pieces.keep()), file);
        requests.send();
        journal.tell(new ExportClosed(request.id(), request.studentId(), dates.instant()));
        journal.moved(request, "access-request.make-ready");
        return requests.view(request);
    }
}
