package org.schoolcase.cases.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** Assembles this service's part of an export, and destroys what it keeps of a student, each told and audited. */
@ApplicationScoped
class AnswerPrivacy {

    private final StudentRecord record;
    private final ExportParts parts;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    AnswerPrivacy(StudentRecord record, ExportParts parts, Outbox outbox, Audit audit, Clock clock) {
        this.record = record;
        this.parts = parts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void export(PrivacyConsumer.ExportRequested request) {
        var part = record.assemble(request.studentId());
        var sha256 = parts.store(request.exportId(), request.studentId(), part, request.expiresAt());
        outbox.append(
                new ExportPartReady(request.exportId(), request.studentId(), part.rows(), sha256, clock.instant()));
        audit.wrote(AuditEntry.of("export-part.assemble", "export", request.exportId())
                .student(request.studentId())
                .basis("34 CFR 99.10"));
    }

    @Transactional(TxType.MANDATORY)
    void close(UUID exportId) {
        parts.delete(exportId);
    }

    @Transactional(TxType.MANDATORY)
    void destroy(PrivacyConsumer.DestructionOrdered order) {
        parts.deleteOf(order.studentId());
        var counts = record.destroy(order.studentId(), order.wholeRecord());
        outbox.append(new RecordDestroyed(order.destructionId(), order.studentId(), counts, clock.instant()));
        audit.wrote(AuditEntry.of("record.destroy", "destruction", order.destructionId())
                .student(order.studentId())
                .fields(counts.stream().map(StudentRecord.Destroyed::kind).toArray(String[]::new))
                .basis("34 CFR 300.624"));
    }
}
