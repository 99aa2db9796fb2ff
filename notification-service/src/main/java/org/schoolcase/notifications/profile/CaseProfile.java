package org.schoolcase.notifications.profile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who manages a case of which student. */
@Entity
public class CaseProfile {

    @Id
    private UUID id;

    private UUID studentId;

    private UUID caseManagerId;

    private @Nullable Instant managedSince;

    protected CaseProfile() {}

    CaseProfile(UUID id, UUID studentId, UUID caseManagerId, Instant since) {
        this.id = id;
        this.studentId = studentId;
        this.caseManagerId = caseManagerId;
        this.managedSince = since;
    }

    void handOver(UUID successor, Instant since) {
        caseManagerId = successor;
        managedSince = since;
    }

    /** Whether who manages it now did so already then. */
    public boolean wasManaged(Moment moment) {
        return managedSince == null || !managedSince.isAfter(moment.at());
    }

    public UUID caseManagerId() {
        return caseManagerId;
    }
}
