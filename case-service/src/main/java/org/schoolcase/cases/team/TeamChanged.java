package org.schoolcase.cases.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that somebody came on a case's team or leaves it; {@code toOn} is his last day. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TeamChanged(
        UUID caseId,
        UUID studentId,
        UUID memberId,
        UUID staffId,
        TeamMember.Role role,
        LocalDate fromOn,
        @Nullable LocalDate toOn)
        implements Event {

    static TeamChanged of(Membership member, UUID studentId) {
        return new TeamChanged(
                member.caseId(), studentId, member.id(), member.staffId(), member.role(), member.from(), member.to());
    }

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.team-changed.v1";
    }
}
