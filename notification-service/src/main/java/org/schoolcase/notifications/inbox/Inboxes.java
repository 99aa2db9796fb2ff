package org.schoolcase.notifications.inbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.notifications.profile.ProfileChanged;
import org.schoolcase.notifications.profile.ProfileChanged.Kind;

/** The inboxes of the current district. */
@ApplicationScoped
public class Inboxes implements PanacheRepositoryBase<InboxItem, UUID> {

    /** Locks the owner's row until commit: numbers grow in commit order, so a reader at number n misses nothing below. */
    private static final String NEXT_NUMBER = """
            INSERT INTO inbox_owner (id, last_number) VALUES (:owner, 1)
            ON CONFLICT (district_id, id) DO UPDATE SET last_number = inbox_owner.last_number + 1
            RETURNING last_number
            """;

    private final EntityManager entityManager;
    private final Clock clock;

    Inboxes(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Puts an entry into its owner's inbox. */
    @Transactional(TxType.MANDATORY)
    public void deliver(InboxEntry entry) {
        var number = (Number) entityManager
                .createNativeQuery(NEXT_NUMBER)
                .setParameter("owner", entry.ownerId())
                .getSingleResult();
        persist(new InboxItem(entry, number.longValue(), clock.instant()));
    }

    /** Newest first, below a number. */
    List<InboxItem> before(UUID owner, long number, boolean unreadOnly, int count) {
        var query =
                "ownerId = ?1 and number < ?2 " + (unreadOnly ? "and readAt is null " : "") + "order by number desc";
        return find(query, owner, number).page(0, count).list();
    }

    /** Oldest first, above a number. */
    List<InboxItem> after(UUID owner, long number, int count) {
        return find("ownerId = ?1 and number > ?2 order by number", owner, number)
                .page(0, count)
                .list();
    }

    Optional<InboxItem> ofOwner(UUID owner, UUID id) {
        return find("id = ?1 and ownerId = ?2", id, owner).firstResultOptional();
    }

    /** The newest number of an owner, be the item erased meanwhile or not; 0 where nothing was ever delivered. */
    long lastNumber(UUID owner) {
        var number = (Number) entityManager
                .createNativeQuery("SELECT coalesce(max(last_number), 0) FROM inbox_owner WHERE id = :owner")
                .setParameter("owner", owner)
                .getSingleResult();
        return number.longValue();
    }

    void erase(@Observes ProfileChanged change) {
        if (change.erased()) {
            delete(change.kind() == Kind.STUDENT ? "studentId" : "ownerId", change.id());
        }
    }
}
