package org.schoolcase.cases.instrument;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.schoolcase.cases.instrument.definition.DefinitionFile;

/** The definitions that come with the software, read at start; a broken one, named with file and line, stops the start. */
@Singleton
@Startup
class InstrumentLibrary {

    private static final Logger LOG = Logger.getLogger(InstrumentLibrary.class);
    private static final String FOLDER = "/instruments/";

    private final List<Instrument> all;

    InstrumentLibrary() {
        all = files().stream()
                .map(name -> DefinitionFile.read(name, text(name)))
                .map(Instrument::of)
                .toList();
        LOG.infof("Definitions of %d instruments read", all.size());
    }

    /** The names in the index, one a line. */
    static List<String> files() {
        return text("index.txt").lines().filter(it -> !it.isBlank()).toList();
    }

    List<Instrument> all() {
        return all;
    }

    Optional<Instrument> find(String key, int version) {
        return all.stream()
                .filter(it -> it.key().equals(key) && it.version() == version)
                .findFirst();
    }

    List<Instrument> versions(String key) {
        return all.stream().filter(it -> it.key().equals(key)).toList();
    }

    private static String text(String name) {
        try (var stream = InstrumentLibrary.class.getResourceAsStream(FOLDER + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
