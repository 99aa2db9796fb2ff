package org.schoolcase.referrals.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service knows of a case: whose it is, who manages it, and whether it is open. */
@Entity
@Table(name = "case_file")
public class CaseFile {

    @Id
    private UUID id;

    @Column(name = "student_id")
    private UUID studentId;

    @Column(name = "case_manager_id")
    private @Nullable UUID caseManagerId;

    @Column(name = "opened_on")
    private @Nullable LocalDate openedOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    protected CaseFile() {}

    CaseFile(UUID id, UUID studentId) {
        this.id = id;
        this.studentId = studentId;
    }

    /** News of the opening that come late do not undo a hand-over. */
    void opened(UUID manager, LocalDate on) {
        if (caseManagerId == null) {
            caseManagerId = manager;
        }
        openedOn = on;
    }

    void handedOver(UUID manager) {
        caseManagerId = manager;
    }

    void closed(LocalDate on) {
        closedOn = on;
    }

    public UUID id() {
        return id;
    }

    public UUID studentId() {
        return studentId;
    }

    public boolean isOpen() {
        return closedOn == null;
    }

    boolean isManagedBy(UUID staffId) {
        return staffId.equals(caseManagerId);
    }
}
