package org.schoolcase.referrals.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;

/** What was sent to the agency of this transaction, in every district: row-level security shows nothing else. */
@ApplicationScoped
class AgencyInbox {

    private static final String DISTRICT_OF = """
            SELECT district_id FROM referral WHERE id = :id AND agency_id = :agency AND sent_at IS NOT NULL
            """;

    private static final String SENT_TO_AGENCY = """
            SELECT id, district_id, service_id, urgency, state, sent_at, version
              FROM referral
             WHERE agency_id = :agency AND sent_at IS NOT NULL""";

    private static final String LATEST_FIRST = " ORDER BY sent_at DESC, id DESC LIMIT :rows";

    private final EntityManager entityManager;

    AgencyInbox(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The district that sent the referral, where it was sent to this agency. */
    Optional<UUID> districtOf(UUID referralId, UUID agency) {
        return session()
                .createNativeQuery(DISTRICT_OF, UUID.class)
                .setParameter("id", referralId)
                .setParameter("agency", agency)
                .uniqueResultOptional();
    }

    /** Referrals as sent, latest first, one more than the limit. */
    List<PartnerReferralItem> list(UUID agency, @Nullable String state, Cursor from, int limit) {
        var sql = SENT_TO_AGENCY
                + (state == null ? "" : " AND state = :state")
                + (from.isStart() ? "" : " AND (sent_at, id) < (:sentAt, :id)")
                + LATEST_FIRST;
        var query = rows(sql).setParameter("agency", agency).setParameter("rows", limit + 1);
        if (state != null) {
            query.setParameter("state", state);
        }
        if (!from.isStart()) {
            query.setParameter("sentAt", from.instant(0)).setParameter("id", from.uuid(1));
        }
        return query.getResultList().stream().map(AgencyInbox::item).toList();
    }

    private NativeQuery<Object[]> rows(String sql) {
        return session()
                .createNativeQuery(sql, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("district_id", UUID.class)
                .addScalar("service_id", UUID.class)
                .addScalar("urgency", String.class)
                .addScalar("state", String.class)
                .addScalar("sent_at", Instant.class)
                .addScalar("version", Long.class);
    }

    private static PartnerReferralItem item(Object[] row) {
        return new PartnerReferralItem(
                (UUID) row[0], (UUID) row[1], (UUID) row[2], (String) row[3], (String) row[4], (Instant) row[5], (Long)
                        row[6]);
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
