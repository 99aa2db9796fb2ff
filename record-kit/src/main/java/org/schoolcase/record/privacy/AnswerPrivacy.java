package org.schoolcase.record.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;

/** Assembles this service's part of an export, and destroys what it keeps of a student, each told and audited. */
@ApplicationScoped
class AnswerPrivacy {

    private final StudentRecord record;
    private final ExportParts parts;
    private final PrivacyFacts facts;
    private final Audit audit;

    AnswerPrivacy(StudentRecord record, ExportParts parts, PrivacyFacts facts, Audit audit) {
        this.record = record;
        this.parts = parts;
        this.facts = facts;
        this.audit = audit;
    }

    @Transactional(TxType.MANDATORY)
    void export(PrivacyConsumer.ExportRequested request) {
        record.requireNoneOfOthers(request.whose());
        var part = parts.store(
                request.exportId(),
                request.studentId(),
                request.expiresAt(),
                out -> record.write(request.whose(), out));
        facts.ready(request, part);
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
        record.requireNoneOfOthers(order.whose());
        parts.deleteOf(order.whose());
        var counts = record.destroy(order.whose(), order.wholeRecord());
        facts.destroyed(order.destructionId(), order.studentId(), counts);
        audit.wrote(AuditEntry.of("record.destroy", "destruction", order.destructionId())
                .student(order.studentId())
                .fields(counts.stream().map(StudentRecord.Destroyed::kind).toArray(String[]::new))
                .basis("34 CFR 300.624"));
    }
}
