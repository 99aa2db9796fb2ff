package org.schoolcase.cases.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** Tells everybody whom it concerns that a team changed: the case's own story, the suite, the audit. */
@ApplicationScoped
class TeamNotes {

    private final Happenings happenings;
    private final Outbox outbox;
    private final Audit audit;

    TeamNotes(Happenings happenings, Outbox outbox, Audit audit) {
        this.happenings = happenings;
        this.outbox = outbox;
        this.audit = audit;
    }

    void added(CaseFile file, Membership member) {
        happenings.note(file, Kind.TEAM_MEMBER_ADDED, member.from(), member.id());
        outbox.append(TeamChanged.of(member, file.studentId()));
        audit.wrote(AuditEntry.of("team.add", "team-member", member.id())
                .student(file.studentId())
                .fields("staffId", "role", "from", "to"));
    }

    void ended(CaseFile file, Membership member, LocalDate lastDay) {
        happenings.note(file, Kind.TEAM_MEMBERSHIP_ENDED, lastDay, member.id());
        outbox.append(TeamChanged.of(member, file.studentId()));
        audit.wrote(AuditEntry.of("team.end", "team-member", member.id())
                .student(file.studentId())
                .fields("to"));
    }
}
