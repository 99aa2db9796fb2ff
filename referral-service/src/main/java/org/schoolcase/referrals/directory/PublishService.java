package org.schoolcase.referrals.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: the operator puts a service of an agency into the directory, or changes what stands there. */
@ApplicationScoped
class PublishService {

    private final AgencyRepository agencies;
    private final OfferedServiceRepository services;
    private final Audit audit;

    PublishService(AgencyRepository agencies, OfferedServiceRepository services, Audit audit) {
        this.agencies = agencies;
        this.services = services;
        this.audit = audit;
    }

    @Transactional
    PutOutcome<OfferedService> handle(UUID agencyId, UUID id, OfferedServiceRequest published, Precondition condition) {
        var known = services.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        if (!agencies.isKnown(agencyId)
                || known.filter(s -> !s.agencyId().equals(agencyId)).isPresent()) {
            throw ProblemException.notFound();
        }
        if (known.isEmpty()) {
            condition.allowsCreation();
            return new PutOutcome.Created<>(stored(OfferedService.offer(id, agencyId, published)));
        }
        var service = known.get();
        condition.allowsChange(service.version());
        service.publish(published);
        return new PutOutcome.Changed<>(stored(service));
    }

    private OfferedService stored(OfferedService service) {
        services.persistAndFlush(service);
        audit.wrote(AuditEntry.of("agency-service.published", "agency-service", service.id()));
        return service;
    }
}
