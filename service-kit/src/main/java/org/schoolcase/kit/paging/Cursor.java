package org.schoolcase.kit.paging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a page begins: the sort keys of the last row shown before; none at the start. Checked before it is seen here. */
public record Cursor(List<String> keys) {

    static final Cursor START = new Cursor(List.of());

    /** True for the first page. */
    public boolean isStart() {
        return keys.isEmpty();
    }

    /** Key i as it was given. */
    public String text(int i) {
        return keys.get(i);
    }

    /** Key i as an id. */
    public UUID uuid(int i) {
        return UUID.fromString(keys.get(i));
    }

    /** Key i as a time. */
    public Instant instant(int i) {
        return Instant.parse(keys.get(i));
    }

    /** Key i as a number. */
    public long number(int i) {
        return Long.parseLong(keys.get(i));
    }
}
