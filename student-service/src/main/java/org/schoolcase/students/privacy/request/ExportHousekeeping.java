package org.schoolcase.students.privacy.request;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.mention.Mentions;

/** Deletes exports that have expired. */
@ApplicationScoped
class ExportHousekeeping {

    private final Districts districts;
    private final Tenants tenants;
    private final ExportFiles files;
    private final Mentions mentions;
    private final DistrictDates dates;

    ExportHousekeeping(
            Districts districts, Tenants tenants, ExportFiles files, Mentions mentions, DistrictDates dates) {
        this.mentions = mentions;
        this.districts = districts;
        this.tenants = tenants;
        this.files = files;
        this.dates = dates;
    }

    @Scheduled(every = "${schoolcase.housekeeping.every}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void deleteExpired() {
        districts
                .all()
                .forEach(district -> tenants.runInDistrict(district.id(), () -> {
                    files.deleteExpired(dates.now());
                    mentions.forgetExpired(dates.now());
                }));
    }
}
