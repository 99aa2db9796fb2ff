package org.schoolcase.students.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.tenant.Tenants;

/** Use case: an import is worked off. Part, counts, findings and the students marked are one transaction each. */
@ApplicationScoped
class WorkOffImport {

    private static final Logger LOG = Logger.getLogger(WorkOffImport.class);
    private static final int ATTEMPTS = 5;

    private final Imports imports;
    private final IntakeStore store;
    private final Coverages coverages;
    private final Tenants tenants;
    private final Audit audit;

    WorkOffImport(Imports imports, IntakeStore store, Coverages coverages, Tenants tenants, Audit audit) {
        this.coverages = coverages;
        this.imports = imports;
        this.store = store;
        this.tenants = tenants;
        this.audit = audit;
    }

    void handle(UUID districtId, UUID importId) {
        try {
            boolean more = true;
            while (more) {
                more = tenants.inDistrict(districtId, () -> nextPart(districtId, importId));
            }
        } catch (RuntimeException e) {
            // The message may quote a row.
            LOG.warnf(
                    "Indicator import %s stopped: %s at %s",
                    importId, e.getClass().getName(), e.getStackTrace()[0]);
            tenants.runInDistrict(districtId, () -> postpone(importId));
        }
    }

    /** True while there may be more to do. */
    boolean nextPart(UUID districtId, UUID importId) {
        var taken = imports.take(importId);
        if (taken.isEmpty()) {
            return false;
        }
        var part = imports.takePart(importId);
        if (part.isEmpty()) {
            complete(taken.get());
            return false;
        }
        var running = taken.get();
        var reader = new RowReader(running.kind(), districtId, running.source(), running.coverage());
        List<IntakeRow> rows = new ArrayList<>();
        long read = CsvRows.read(reader, running.header(), part.get(), rows);
        var stored = store.store(running.kind(), rows);
        var findings = new ArrayList<>(reader.findings());
        findings.addAll(stored.unknown());
        imports.count(importId, read, stored, findings);
        return true;
    }

    /** Its days count as covered only now that all its rows are there. */
    private void complete(Imports.Running done) {
        imports.complete(done.id());
        var coverage = done.coverage();
        if (coverage != null) {
            boolean stated = imports.isReadThroughout(done.id());
            if (stated) {
                coverages.state(done.source(), coverage);
            }
            imports.stated(done.id(), stated);
        }
        finished(done.id());
    }

    private void postpone(UUID importId) {
        if (imports.postpone(importId, ATTEMPTS)) {
            imports.dropParts(importId);
            finished(importId);
        }
    }

    private void finished(UUID importId) {
        audit.wrote(AuditEntry.of("indicator-import.finish", "indicator-import", importId)
                .fields("state"));
    }
}
