package org.schoolcase.cases.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as the API shows it.
 *
 * @param parallelTo the student's other open case, where a merge of two records brought a second one
 * @param team everybody who is or was on the team, in order of their first day
 */
public record CaseView(
        UUID id,
        UUID studentId,
        CaseFile.Source source,
        String reason,
        Set<Barrier> barriers,
        LocalDate receivedOn,
        LocalDate openedOn,
        CaseFile.Status status,
        @Nullable LocalDate closedOn,
        @Nullable String closureReason,
        @Nullable UUID parallelTo,
        List<TeamMember> team) {

    /** The case with its team. */
    public static CaseView of(CaseFile file, List<TeamMember> team) {
        return new CaseView(
                file.id(),
                file.studentId(),
                file.source(),
                file.reason(),
                file.barriers(),
                file.receivedOn(),
                file.openedOn(),
                file.status(),
                file.closedOn(),
                file.closureReason(),
                file.parallelTo(),
                team);
    }
}
