package org.schoolcase.students.provider;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One list of one district as it was last counted: how long it is in whatever order, and where pages of each order began. */
final class Listing {

    private static final int POSITIONS = 2_000;

    /**
     * The last row before a place in a list.
     *
     * @param key sort key as text; null in the order of ids
     */
    record Position(@Nullable String key, java.util.UUID id) {}

    private final String version;
    private final long total;
    private final Instant countedAt;
    private final Map<String, TreeMap<Long, Position>> positions = new HashMap<>();
    private int remembered;

    Listing(String version, long total, Instant countedAt) {
        this.version = version;
        this.total = total;
        this.countedAt = countedAt;
    }

    boolean stands(String currentVersion, Instant notBefore) {
        return version.equals(currentVersion) && countedAt.isAfter(notBefore);
    }

    long total() {
        return total;
    }

    /** Remembers the row behind which the page of an offset begins. */
    synchronized void remember(String order, long offset, Position position) {
        if (remembered < POSITIONS
                && positions.computeIfAbsent(order, _ -> new TreeMap<>()).put(offset, position) == null) {
            remembered++;
        }
    }

    /** The nearest remembered place at or before an offset. */
    synchronized Optional<Map.Entry<Long, Position>> before(String order, long offset) {
        return Optional.ofNullable(positions.get(order)).map(places -> places.floorEntry(offset));
    }
}
