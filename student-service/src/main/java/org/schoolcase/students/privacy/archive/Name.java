package org.schoolcase.students.privacy.archive;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How a student is called in his own record; those that were merged into it come after it. */
record Name(String given, String family) {

    static Name in(PartFile own) {
        var found = new AtomicReference<@Nullable Name>();
        own.forEachRow((kind, row) -> {
            if (kind.equals("student")) {
                found.compareAndSet(
                        null,
                        new Name(
                                row.path("given_name").asText(),
                                row.path("family_name").asText()));
            }
        });
        return Objects.requireNonNullElse(found.get(), new Name("", ""));
    }

    @Override
    public String toString() {
        return (given + " " + family).strip();
    }
}
