package org.schoolcase.cases.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds instruments of the library and of the district alike. */
@ApplicationScoped
public class Instruments {

    private final InstrumentLibrary library;
    private final InstrumentRepository repository;

    Instruments(InstrumentLibrary library, InstrumentRepository repository) {
        this.library = library;
        this.repository = repository;
    }

    /** A version that answers can be taken with. */
    public Optional<Instrument> published(String key, int version) {
        return find(key, version).filter(Instrument::isPublished);
    }

    Optional<Instrument> find(String key, int version) {
        return library.find(key, version).or(() -> repository.find(key, version));
    }

    /** The newest usable version of each key, by key; one more than the limit. */
    List<Instrument> newest(String afterKey, boolean family, int limit) {
        var all = new ArrayList<>(repository.newest(afterKey, family, limit));
        library.all().stream()
                .filter(it -> it.key().compareTo(afterKey) > 0)
                .filter(it -> library.versions(it.key()).stream().noneMatch(other -> other.version() > it.version()))
                .filter(it -> !family || it.isOpenToFamilies())
                .forEach(all::add);
        return all.stream()
                .sorted(Comparator.comparing(Instrument::key))
                .limit(limit + 1L)
                .toList();
    }

    /** Versions of a key, the newest first; one more than the limit. */
    List<Instrument> versions(String key, boolean family, int before, int limit) {
        var ofLibrary = library.versions(key).stream()
                .filter(it -> it.version() < before && (!family || it.isOpenToFamilies()))
                .sorted(Comparator.comparing(Instrument::version).reversed())
                .toList();
        return ofLibrary.isEmpty()
                ? repository.versions(key, family, before, limit)
                : ofLibrary.stream().limit(limit + 1L).toList();
    }
}
