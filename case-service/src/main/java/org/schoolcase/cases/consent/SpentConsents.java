package org.schoolcase.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.consent.exception.ConsentExceptions;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Uses consent up: one for an evaluation covers that evaluation and no later one (34 CFR 300.300(a), (c)). */
@ApplicationScoped
public class SpentConsents {

    private static final String SPEND = """
            UPDATE consent SET used_on = ?, used_for = ?, version = version + 1
            WHERE case_id = ? AND kind = ? AND decision = 'GIVEN' AND revoked_on IS NULL AND used_on IS NULL
            RETURNING id
            """;

    private final Rows rows;
    private final ConsentExceptions exceptions;
    private final Audit audit;

    SpentConsents(Rows rows, ConsentExceptions exceptions, Audit audit) {
        this.rows = rows;
        this.exceptions = exceptions;
        this.audit = audit;
    }

    /** An evaluation is decided upon: what let it go on lets no other one. */
    @Transactional(TxType.MANDATORY)
    public void spend(CaseFile file, ConsentKind kind, UUID evaluationId, LocalDate decidedOn) {
        var spent = rows.list(
                Query.of(SPEND, decidedOn, evaluationId, file.id(), kind.name()), row -> row.getObject(1, UUID.class));
        spent.forEach(id -> audit.wrote(AuditEntry.of("consent.use", "consent", id)
                .student(file.studentId())
                .fields("usedOn", "usedFor")));
        exceptions
                .used(file.id(), kind, decidedOn)
                .forEach(id -> audit.wrote(AuditEntry.of("consent-exception.use", "consent-exception", id)
                        .student(file.studentId())
                        .fields("endedOn", "endedBecause")));
    }
}
