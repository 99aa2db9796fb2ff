package org.schoolcase.cases.notice;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that a notice was given to those who hold the rights. */
record NoticeGiven(UUID caseId, UUID studentId, UUID noticeId, NoticeKind kind, LocalDate givenOn) implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.notice-given.v1";
    }
}
