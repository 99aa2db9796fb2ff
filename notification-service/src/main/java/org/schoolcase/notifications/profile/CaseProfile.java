package org.schoolcase.notifications.profile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** Who manages a case of which student. */
@Entity
public class CaseProfile {

    @Id
    private UUID id;

    private UUID studentId;

    private UUID caseManagerId;

    protected CaseProfile() {}

    CaseProfile(UUID id, UUID studentId, UUID caseManagerId) {
        this.id = id;
        this.studentId = studentId;
        this.caseManagerId = caseManagerId;
    }

    void handOver(UUID successor) {
        caseManagerId = successor;
    }

    public UUID caseManagerId() {
        return caseManagerId;
    }
}
