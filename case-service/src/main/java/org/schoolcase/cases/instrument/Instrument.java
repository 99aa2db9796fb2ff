package org.schoolcase.cases.instrument;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.instrument.definition.Definition;
import org.schoolcase.cases.instrument.definition.DefinitionFile;
import org.schoolcase.kit.id.Ids;

/**
 * One version of a form.
 *
 * @param revision grows with each change of a draft
 */
public record Instrument(
        UUID id,
        String key,
        int version,
        State state,
        Source source,
        Definition definition,
        @Nullable Instant publishedAt,
        long revision) {

    /** A draft can be changed and not be used; a published version can be used and not be changed. */
    public enum State {
        DRAFT,
        PUBLISHED
    }

    /** Who wrote it: we, with the software, or the district. */
    public enum Source {
        LIBRARY,
        DISTRICT
    }

    private static final UUID LIBRARY = UUID.fromString("5f9d2d3e-7c34-5b51-9d0e-7f7d5c2c9a10");

    static Instrument of(DefinitionFile file) {
        var id = Ids.named(LIBRARY, file.key() + "/" + file.version());
        return new Instrument(
                id, file.key(), file.version(), State.PUBLISHED, Source.LIBRARY, file.definition(), null, 0);
    }

    boolean isPublished() {
        return state == State.PUBLISHED;
    }

    /** Families may inspect what is used, 20 USC 1232h(c)(1), but not the items of a test that are kept secret. */
    boolean isOpenToFamilies() {
        return isPublished() && !definition.isProtectedTest();
    }
}
