package org.schoolcase.cases.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that one member of staff took a case over from another, in these roles, from a day on. */
record HandedOver(
        UUID caseId,
        UUID studentId,
        UUID handOverId,
        UUID fromStaffId,
        UUID toStaffId,
        List<TeamMember.Role> roles,
        LocalDate handedOn)
        implements Event {

    static HandedOver of(HandOverView done) {
        return new HandedOver(
                done.caseId(),
                done.studentId(),
                done.id(),
                done.fromStaffId(),
                done.toStaffId(),
                done.roles(),
                done.handedOn());
    }

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.handed-over.v1";
    }
}
