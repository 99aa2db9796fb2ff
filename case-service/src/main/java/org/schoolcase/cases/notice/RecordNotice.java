package org.schoolcase.cases.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.action.Admission;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.outbox.Outbox;

/** Use case: a notice that was given is recorded; a prior written notice ends the duty to give one. */
@ApplicationScoped
class RecordNotice {

    private final Admission admission;
    private final RecordNoticeAction action;
    private final NoticeRules rules;
    private final Notices notices;
    private final Told told;

    /** Who learns of a notice. */
    @ApplicationScoped
    static class Told {

        private final Happenings happenings;
        private final Outbox outbox;
        private final Audit audit;

        Told(Happenings happenings, Outbox outbox, Audit audit) {
            this.happenings = happenings;
            this.outbox = outbox;
            this.audit = audit;
        }

        void given(Notice notice, CaseFile file) {
            happenings.note(file, notice.kind().happening(), notice.givenOn(), notice.id());
            if (notice.proposes() == Proposal.REEVALUATION) {
                happenings.note(file, Kind.REEVALUATION_PROPOSED, notice.givenOn(), notice.id());
            }
            outbox.append(new NoticeGiven(file.id(), file.studentId(), notice.id(), notice.kind(), notice.givenOn()));
            audit.wrote(AuditEntry.of("notice.record", "notice", notice.id())
                    .student(file.studentId())
                    .fields(
                            "kind",
                            "content",
                            "occasion",
                            "proposes",
                            "language",
                            "delivery",
                            "givenOn",
                            "guardianIds"));
        }
    }

    RecordNotice(Admission admission, RecordNoticeAction action, NoticeRules rules, Notices notices, Told told) {
        this.admission = admission;
        this.action = action;
        this.rules = rules;
        this.notices = notices;
        this.told = told;
    }

    @Transactional
    Notice handle(UUID caseId, NoticeRequest wanted) {
        var standing = admission.admit(caseId, action);
        rules.require(standing, wanted);
        var notice = notice(caseId, wanted);
        notices.add(notice);
        told.given(notice, standing.file());
        return notice;
    }

    private static Notice notice(UUID caseId, NoticeRequest wanted) {
        return new Notice(
                Ids.next(),
                caseId,
                wanted.kind(),
                wanted.decisionId(),
                wanted.occasion(),
                wanted.proposes(),
                wanted.content(),
                wanted.language(),
                wanted.languageNote(),
                wanted.delivery(),
                wanted.givenOn(),
                List.copyOf(wanted.guardianIds()),
                wanted.isToStudent(),
                wanted.kind().citation());
    }
}
