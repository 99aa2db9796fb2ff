package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ids of a whole file in little memory: two longs a place, no object, so that a million take 32 MiB. */
final class IdSet {

    /** Takes some of the ids. */
    interface Some {
        void take(List<UUID> ids) throws SQLException;
    }

    private static final int SMALLEST = 1 << 6;

    private long[] places;
    private int size;

    IdSet() {
        this(0);
    }

    /** With room for this many, so that it need not grow. */
    IdSet(long expected) {
        long needed = Math.min(expected, 1L << 28) * 3 / 2;
        places = new long[2 * (int) Math.max(SMALLEST, Long.highestOneBit(Math.max(1, needed - 1)) << 1)];
    }

    int size() {
        return size;
    }

    /** False when the id was there before. Id 0 marks an empty place, and no named id is 0. */
    boolean add(UUID id) {
        if (2 * (size + 1L) * 3 / 2 > places.length) {
            grow();
        }
        return put(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    boolean contains(UUID id) {
        int at = find(id.getMostSignificantBits(), id.getLeastSignificantBits());
        return places[at] != 0 || places[at + 1] != 0;
    }

    /** Passes all ids on, some at a time; as many as the receiver asks for each time. */
    void forEach(ChunkSize some, Some each) throws SQLException {
        var ids = new ArrayList<UUID>();
        for (int at = 0; at < places.length; at += 2) {
            if (places[at] != 0 || places[at + 1] != 0) {
                ids.add(new UUID(places[at], places[at + 1]));
            }
            if (ids.size() >= some.rows()) {
                each.take(ids);
                ids.clear();
            }
        }
        if (!ids.isEmpty()) {
            each.take(ids);
        }
    }

    private boolean put(long high, long low) {
        int at = find(high, low);
        if (places[at] != 0 || places[at + 1] != 0) {
            return false;
        }
        places[at] = high;
        places[at + 1] = low;
        size++;
        return true;
    }

    /** Place of the id, or the empty one where it belongs. */
    private int find(long high, long low) {
        int mask = places.length / 2 - 1;
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & mask;
        while (true) {
            int at = 2 * place;
            boolean empty = places[at] == 0 && places[at + 1] == 0;
            if (empty || (places[at] == high && places[at + 1] == low)) {
                return at;
            }
            place = (place + 1) & mask;
        }
    }

    private void grow() {
        var before = places;
        places = new long[2 * before.length];
        size = 0;
        for (int at = 0; at < before.length; at += 2) {
            if (before[at] != 0 || before[at + 1] != 0) {
                put(before[at], before[at + 1]);
            }
        }
    }
}
