package org.schoolcase.referrals.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.referrals.student.StudentAccess;

/** Shows the decisions about a student to who may know the student. */
@ApplicationScoped
class ReadConsents {

    private final StudentAccess students;
    private final DisclosureConsents consents;
    private final DistrictCalendar calendar;
    private final Audit audit;

    ReadConsents(StudentAccess students, DisclosureConsents consents, DistrictCalendar calendar, Audit audit) {
        this.students = students;
        this.consents = consents;
        this.calendar = calendar;
        this.audit = audit;
    }

    @Transactional
    List<ConsentView> ofStudent(UUID studentId, Cursor from, int limit) {
        students.require(studentId, "disclosure-consent.list");
        audit.showed(
                AuditEntry.of("disclosure-consent.list", "student", studentId).student(studentId));
        return consents.ofStudent(studentId, from, limit).stream()
                .map(this::view)
                .toList();
    }

    ConsentView view(DisclosureConsent consent) {
        return consent.view(calendar.today());
    }
}
