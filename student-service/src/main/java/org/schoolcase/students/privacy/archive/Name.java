package org.schoolcase.students.privacy.archive;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** How a student is called in his own record. */
record Name(String given, String family) {

    static Name in(PartFile own) {
        var found = new AtomicReference<>(new Name("", ""));
        own.forEachRow((kind, row) -> {
            if (kind.equals("student")) {
                found.set(new Name(
                        row.path("given_name").asText(), row.path("family_name").asText()));
            }
        });
        return Objects.requireNonNull(found.get());
    }

    @Override
    public String toString() {
        return (given + " " + family).strip();
    }
}
