package org.schoolcase.cases.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.instrument.definition.Definition;
import org.schoolcase.cases.instrument.definition.DefinitionFile;
import org.schoolcase.cases.instrument.definition.Fault;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;

/** Use case: a draft is changed until it is right, and then published for good. */
@ApplicationScoped
class PublishInstrument {

    sealed interface Outcome {
        record Done(Instrument instrument) implements Outcome {}

        record Unknown() implements Outcome {}

        record OfLibrary() implements Outcome {}

        record Published() implements Outcome {}

        record Invalid(List<Fault> faults) implements Outcome {}
    }

    private final InstrumentRepository repository;
    private final Audit audit;
    private final Clock clock;

    PublishInstrument(InstrumentRepository repository, Audit audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Outcome change(String key, int version, InstrumentRequests.Draft wanted, @Nullable String ifMatch) {
        var definition = wanted.definition();
        return ofDraft(key, version, ifMatch, wanted, draft -> {
            var faults = Definition.faultsOf(definition);
            if (!faults.isEmpty()) {
                return new Outcome.Invalid(faults);
            }
            audit.wrote(
                    AuditEntry.of("instrument.change", "instrument", draft.id()).fields("definition"));
            return new Outcome.Done(repository.change(draft, definition));
        });
    }

    @Transactional
    Outcome publish(String key, int version, @Nullable String ifMatch) {
        return ofDraft(key, version, ifMatch, Map.of(), draft -> {
            audit.wrote(AuditEntry.of("instrument.publish", "instrument", draft.id())
                    .fields("state"));
            return new Outcome.Done(repository.publish(draft, clock.instant()));
        });
    }

    private Outcome ofDraft(
            String key, int version, @Nullable String ifMatch, Object wanted, Function<Instrument, Outcome> work) {
        if (key.startsWith(DefinitionFile.PREFIX)) {
            return new Outcome.OfLibrary();
        }
        Optional<Instrument> found = repository.lock(key, version);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (found.get().isPublished()) {
            return new Outcome.Published();
        }
        ETags.requireMatch(ifMatch, found.get().revision(), InstrumentView.of(found.get()), wanted);
        return work.apply(found.get());
    }
}
