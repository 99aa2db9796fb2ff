package org.schoolcase.students.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/**
 * Counts lists once per state of the roster. Imports alone write it, and count what they change in the same transaction:
 * the latest import and its counts are the roster's version.
 */
@ApplicationScoped
class Listings {

    private static final int REMEMBERED = 1_000;

    private static final Query VERSION = Query.of("""
            SELECT i.id || ':' || (SELECT coalesce(sum(f.added + f.changed + f.ended), 0)
                                     FROM roster_import_file f WHERE f.import_id = i.id)
              FROM roster_import i WHERE i.state <> 'QUEUED' ORDER BY i.id DESC LIMIT 1
            """);

    private final Rows rows;
    private final ProviderConfig config;
    private final Clock clock;
    private final Map<String, Listing> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Listing> eldest) {
            return size() > REMEMBERED;
        }
    };

    Listings(Rows rows, ProviderConfig config, Clock clock) {
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    /** The list of this name, counted now unless its count still stands. */
    Listing of(UUID districtId, String name, LongSupplier count) {
        var version = rows.first(VERSION, row -> row.getString(1)).orElse("");
        var now = clock.instant();
        var key = districtId + "|" + name;
        return find(key)
                .filter(listing -> listing.stands(version, oldest(now)))
                .orElseGet(() -> put(key, new Listing(version, count.getAsLong(), now)));
    }

    private Instant oldest(Instant now) {
        return now.minus(config.countAge());
    }

    private Optional<Listing> find(String key) {
        synchronized (known) {
            return Optional.ofNullable(known.get(key));
        }
    }

    private Listing put(String key, Listing listing) {
        synchronized (known) {
            known.put(key, listing);
        }
        return listing;
    }
}
