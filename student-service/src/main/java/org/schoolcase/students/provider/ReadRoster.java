package org.schoolcase.students.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.provider.Listing.Position;

/** Use case: reads a page of a list, or one record, of the caller's district. */
@ApplicationScoped
class ReadRoster {

    /** A record as it is sent, and its place in the list. */
    record Shown(Position position, String json) {}

    private final Rows rows;
    private final Listings listings;
    private final ProviderConfig config;

    ReadRoster(Rows rows, Listings listings, ProviderConfig config) {
        this.rows = rows;
        this.listings = listings;
        this.config = config;
    }

    int largestPage() {
        return config.largestPage();
    }

    /** Ids of the records that the path names; 404 where a list hangs on a record that is not there. */
    List<UUID> ids(Operation operation, List<String> sourcedIds, UUID districtId) {
        var ids = new java.util.ArrayList<UUID>();
        for (int i = 0; i < sourcedIds.size(); i++) {
            var collection = operation.single()
                    ? operation.collection()
                    : operation.parents().get(i);
            ids.add(Ids.named(districtId, collection.resource().entity().kind() + ":" + sourcedIds.get(i)));
            if (!operation.single()) {
                requireParent(collection, ids);
            }
        }
        return ids;
    }

    private void requireParent(Collection collection, List<UUID> ids) {
        var query = Query.of(
                "SELECT 1 FROM " + collection.resource().entity().table() + " t WHERE " + collection.condition()
                        + " AND t.id = ?",
                ids.getLast());
        if (ids.size() > 1) {
            query = query.and("t.school_id = ?", ids.getFirst());
        }
        if (rows.first(query, row -> true).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    /** One record; 404 where there is none in this collection. */
    String single(RosterList list, String base) {
        return rows.first(list.records(Optional.empty(), 1, base), ReadRoster::shown)
                .map(Shown::json)
                .orElseThrow(ProblemException::notFound);
    }

    Listing listing(RosterList list, UUID districtId, String name) {
        return listings.of(districtId, name, () -> rows.first(list.count(), row -> row.getLong(1))
                .orElse(0L));
    }

    /** The pages's rows from its offset on, read piece by piece while it is sent. */
    Page page(RosterList list, Listing listing, ReadRequest request, String base) {
        return new Page(list, listing, request, base);
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(new Position(row.getString(1), row.getObject(2, UUID.class)), row.getString(3));
    }

    /** The records of one page, in pieces. */
    final class Page {

        private final RosterList list;
        private final Listing listing;
        private final ReadRequest request;
        private final String base;
        private long next;
        private int left;
        private Optional<Position> last;

        private Page(RosterList list, Listing listing, ReadRequest request, String base) {
            this.list = list;
            this.listing = listing;
            this.request = request;
            this.base = base;
            this.next = request.offset();
            this.left = Math.clamp(listing.total() - request.offset(), 0, request.limit());
            this.last = left == 0 ? Optional.empty() : start();
        }

        /** The row before the page: remembered, or found by an index alone. */
        private Optional<Position> start() {
            if (next == 0) {
                return Optional.empty();
            }
            var known = listing.before(request.order(), next);
            long rowsAhead = next - known.map(java.util.Map.Entry::getKey).orElse(0L);
            var from = known.map(java.util.Map.Entry::getValue);
            if (rowsAhead == 0) {
                return from;
            }
            var found = rows.first(
                    list.skip(from, rowsAhead, listing.total() - next),
                    row -> new Position(row.getString(1), row.getObject(2, UUID.class)));
            found.ifPresentOrElse(position -> listing.remember(request.order(), next, position), () -> left = 0);
            return found;
        }

        /** The next records, none at the end. */
        List<Shown> piece() {
            if (left == 0) {
                return List.of();
            }
            var piece = rows.list(list.records(last, Math.min(left, config.piece()), base), ReadRoster::shown);
            left = piece.isEmpty() ? 0 : left - piece.size();
            next += piece.size();
            if (!piece.isEmpty()) {
                last = Optional.of(piece.getLast().position());
                listing.remember(request.order(), next, piece.getLast().position());
            }
            return piece;
        }
    }
}
