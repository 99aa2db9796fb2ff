package org.schoolcase.cases.presence;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** Deletes the rows of people who have left; they counted no longer before. */
@ApplicationScoped
class PresenceHousekeeping {

    private final Districts districts;
    private final Tenants tenants;
    private final Presences presences;

    PresenceHousekeeping(Districts districts, Tenants tenants, Presences presences) {
        this.districts = districts;
        this.tenants = tenants;
        this.presences = presences;
    }

    @Scheduled(every = "${schoolcase.housekeeping.every}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void deleteLeft() {
        districts.all().forEach(district -> tenants.runInDistrict(district.id(), presences::deleteLeft));
    }
}
