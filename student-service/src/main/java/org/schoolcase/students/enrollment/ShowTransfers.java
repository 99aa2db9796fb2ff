package org.schoolcase.students.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;

/** Use case: somebody looks at the transfers of a student whom he may see. */
@ApplicationScoped
class ShowTransfers {

    private final TransferRepository transfers;
    private final Cursors cursors;
    private final Audit audit;

    ShowTransfers(TransferRepository transfers, Cursors cursors, Audit audit) {
        this.transfers = transfers;
        this.cursors = cursors;
        this.audit = audit;
    }

    Page<TransferView> page(UUID studentId, int limit, @Nullable String cursor) {
        var list = "transfers|" + studentId;
        var found = transfers.page(studentId, limit, cursors.open(list, cursor));
        showed(studentId);
        return cursors.page(
                list,
                found.stream().map(StudentTransfer::view).toList(),
                limit,
                view -> List.of(view.id().toString()));
    }

    Optional<StudentTransfer> find(UUID studentId, UUID transferId) {
        showed(studentId);
        return transfers.find(studentId, transferId);
    }

    private void showed(UUID studentId) {
        audit.showed(AuditEntry.of("transfer.list", "student", studentId).student(studentId));
    }
}
