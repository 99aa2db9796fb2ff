package org.schoolcase.cases.instrument;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.schoolcase.cases.instrument.definition.Definition;
import org.schoolcase.cases.instrument.definition.DefinitionFile;
import org.schoolcase.cases.instrument.definition.Fault;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;

/** Use case: the district drafts an instrument of its own, or the next version of one. */
@ApplicationScoped
class DraftInstrument {

    sealed interface Outcome {
        record Drafted(Instrument draft) implements Outcome {}

        record Invalid(List<Fault> faults) implements Outcome {}

        record OfLibrary() implements Outcome {}

        record KeyTaken() implements Outcome {}

        record UnknownKey() implements Outcome {}

        record DraftOpen() implements Outcome {}
    }

    private final InstrumentRepository repository;
    private final Audit audit;
    private final Clock clock;

    DraftInstrument(InstrumentRepository repository, Audit audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Outcome first(String key, ObjectNode definition) {
        if (key.startsWith(DefinitionFile.PREFIX)) {
            return new Outcome.OfLibrary();
        }
        return repository.exists(key) ? new Outcome.KeyTaken() : draft(key, definition, new Outcome.KeyTaken());
    }

    @Transactional
    Outcome next(String key, ObjectNode definition) {
        if (key.startsWith(DefinitionFile.PREFIX)) {
            return new Outcome.OfLibrary();
        }
        return repository.exists(key) ? draft(key, definition, new Outcome.DraftOpen()) : new Outcome.UnknownKey();
    }

    private Outcome draft(String key, ObjectNode definition, Outcome whenAnotherIsThere) {
        var faults = Definition.faultsOf(definition);
        if (!faults.isEmpty()) {
            return new Outcome.Invalid(faults);
        }
        return repository
                .draft(key, definition, clock.instant())
                .map(this::drafted)
                .orElse(whenAnotherIsThere);
    }

    private Outcome drafted(Instrument draft) {
        audit.wrote(AuditEntry.of("instrument.draft", "instrument", draft.id()).fields("key", "definition"));
        return new Outcome.Drafted(draft);
    }
}
