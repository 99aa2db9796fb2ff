package org.schoolcase.referrals.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** Use case: the operator puts an agency into the directory, or changes what stands there. */
@ApplicationScoped
class PublishAgency {

    private final AgencyRepository agencies;
    private final Outbox outbox;
    private final Audit audit;

    PublishAgency(AgencyRepository agencies, Outbox outbox, Audit audit) {
        this.agencies = agencies;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    PutOutcome<Agency> handle(UUID id, AgencyRequest published, Precondition condition) {
        var known = agencies.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        if (known.isEmpty()) {
            condition.allowsCreation();
            return new PutOutcome.Created<>(stored(Agency.register(id, published)));
        }
        var agency = known.get();
        condition.allowsChange(agency.version());
        agency.publish(published);
        return new PutOutcome.Changed<>(stored(agency));
    }

    private Agency stored(Agency agency) {
        agencies.persistAndFlush(agency);
        outbox.state(AgencyProfile.TOPIC, agency.id(), AgencyProfile.TYPE, AgencyProfile.of(agency));
        audit.wrote(AuditEntry.of("agency.published", "agency", agency.id()));
        return agency;
    }
}
