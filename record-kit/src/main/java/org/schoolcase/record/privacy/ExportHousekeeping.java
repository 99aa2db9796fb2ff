package org.schoolcase.record.privacy;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** Deletes parts of exports that nobody took in time. */
@ApplicationScoped
class ExportHousekeeping {

    private final Districts districts;
    private final Tenants tenants;
    private final ExportParts parts;

    ExportHousekeeping(Districts districts, Tenants tenants, ExportParts parts) {
        this.districts = districts;
        this.tenants = tenants;
        this.parts = parts;
    }

    @Scheduled(every = "${schoolcase.housekeeping.every}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void deleteExpired() {
        districts.all().forEach(district -> tenants.runInDistrict(district.id(), parts::deleteExpired));
    }
}
