package org.schoolcase.cases.casefile;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case in a list: without the words of its reason. */
public record CaseLine(
        UUID id,
        UUID studentId,
        CaseFile.Source source,
        Set<Barrier> barriers,
        LocalDate receivedOn,
        LocalDate openedOn,
        CaseFile.Status status,
        @Nullable LocalDate closedOn) {

    static CaseLine of(CaseFile file) {
        return new CaseLine(
                file.id(),
                file.studentId(),
                file.source(),
                file.barriers(),
                file.receivedOn(),
                file.openedOn(),
                file.status(),
                file.closedOn());
    }
}
