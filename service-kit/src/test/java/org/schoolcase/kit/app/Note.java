package org.schoolcase.kit.app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;

/** A tenant's note. */
@Entity
class Note {

    @Id
    private UUID id;

    private @Nullable UUID agencyId;

    private String text;

    @Version
    private long version;

    protected Note() {}

    Note(String text, @Nullable UUID agencyId) {
        this.id = Ids.next();
        this.text = text;
        this.agencyId = agencyId;
    }

    void rewrite(String newText) {
        text = newText;
    }

    UUID id() {
        return id;
    }

    String text() {
        return text;
    }

    long version() {
        return version;
    }
}
