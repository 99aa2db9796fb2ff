package org.schoolcase.students.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.tenant.Tenants;

/** Use case: a batch of records comes in as JSON; it is read and stored as the rows of a file are. */
@ApplicationScoped
class ReceiveBatch {

    /**
     * What became of the items; a finding's line is the place in the batch, from 0.
     *
     * @param coverageStated of attendance, whether its days count as covered now: not without a last day, and not if an
     *     item could not be read
     */
    record BatchView(
            long added,
            long changed,
            long unchanged,
            long rejected,
            List<Finding> findings,
            @Nullable Boolean coverageStated) {}

    private final IntakeStore store;
    private final Coverages coverages;
    private final Tenants tenants;
    private final Audit audit;

    ReceiveBatch(IntakeStore store, Coverages coverages, Tenants tenants, Audit audit) {
        this.coverages = coverages;
        this.store = store;
        this.tenants = tenants;
        this.audit = audit;
    }

    @Transactional
    BatchView handle(DataKind kind, String source, @Nullable Coverage coverage, List<Map<String, String>> items) {
        var reader = new RowReader(kind, tenants.districtId(), source, coverage);
        var rows = new ArrayList<IntakeRow>();
        for (int i = 0; i < items.size(); i++) {
            reader.read(i, items.get(i)::get).ifPresent(rows::add);
        }
        var stored = store.store(kind, rows);
        audit.wrote(AuditEntry.of("indicator-data.receive", "indicator-batch", Ids.next())
                .fields(kind.name(), "source"));
        var findings = new ArrayList<>(reader.findings());
        findings.addAll(stored.unknown());
        var stated = coverage == null ? null : state(source, coverage, reader);
        return new BatchView(stored.added(), stored.changed(), stored.unchanged(), findings.size(), findings, stated);
    }

    /** Only what was read throughout is complete. */
    private boolean state(String source, Coverage coverage, RowReader reader) {
        boolean complete = coverage.closes() && reader.findings().isEmpty();
        if (complete) {
            coverages.state(source, coverage);
        }
        return complete;
    }
}
