package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;

/** Use cases: an import that would end much is let go on, and one that is not wanted is called off. */
@ApplicationScoped
class DecideImport {

    /** What became of the decision. */
    sealed interface Outcome {

        record Decided(RosterImportView view) implements Outcome {}

        record NotFound() implements Outcome {}

        /** It has ended, or does not wait for a confirmation. */
        record TooLate() implements Outcome {}

        /** The caller confirms another number than the one that would end. */
        record OtherNumber(long wouldEnd) implements Outcome {}
    }

    private final RosterImports imports;
    private final ImportStates states;
    private final ImportLifecycle lifecycle;
    private final ImportJournal journal;

    DecideImport(RosterImports imports, ImportStates states, ImportLifecycle lifecycle, ImportJournal journal) {
        this.imports = imports;
        this.states = states;
        this.lifecycle = lifecycle;
        this.journal = journal;
    }

    /** Confirms the number of records that may end; the import goes on where it stopped. */
    @Transactional
    Outcome confirm(UUID importId, long wouldEnd) {
        var found = imports.find(importId);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var asked = found.get().wouldEnd();
        if (asked == null) {
            return new Outcome.TooLate();
        }
        if (!Objects.equals(asked, wouldEnd)) {
            return new Outcome.OtherNumber(asked);
        }
        return states.confirm(importId, journal.actor(), journal.now())
                ? decided("roster-import.confirm", importId)
                : new Outcome.TooLate();
    }

    /** Calls an import off: at once when nobody works on it, else after the running transaction. */
    @Transactional
    Outcome cancel(UUID importId) {
        if (imports.find(importId).isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!states.requestCancellation(importId, journal.actor(), journal.now())) {
            return new Outcome.TooLate();
        }
        if (states.isIdle(importId)) {
            lifecycle.cancel(importId);
        }
        return decided("roster-import.cancel", importId);
    }

    private Outcome decided(String action, UUID importId) {
        journal.decided(action, importId);
        return new Outcome.Decided(imports.find(importId).orElseThrow());
    }
}
