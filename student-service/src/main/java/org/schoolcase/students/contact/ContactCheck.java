package org.schoolcase.students.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Policy: what is a means of contact. */
@ApplicationScoped
class ContactCheck {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().-]{5,30}(x[0-9]{1,6})?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");

    private final Rows rows;

    ContactCheck(Rows rows) {
        this.rows = rows;
    }

    void require(UUID studentId, ContactMeansRequest wanted) {
        if (wanted.guardianId() != null && !isGuardian(studentId, wanted.guardianId())) {
            throw ProblemException.unprocessable(
                            "contact.not-a-guardian", "Add the person as a guardian of the student first.")
                    .field("/guardianId", "contact.not-a-guardian", "A guardian of this student.");
        }
        if (!isWellFormed(wanted)) {
            throw ProblemException.unprocessable("contact.value-malformed", "This is not such a number or address.")
                    .field("/value", "contact.value-malformed", "Fits its kind.");
        }
        requireHours(wanted);
    }

    private static void requireHours(ContactMeansRequest wanted) {
        var from = wanted.callFrom();
        var until = wanted.callUntil();
        var called = wanted.kind() == ContactKind.PHONE || wanted.kind() == ContactKind.TEXT_MESSAGE;
        var misplaced = (from != null || until != null) && !called;
        var reversed = from != null && until != null && !from.isBefore(until);
        if (misplaced || reversed) {
            throw ProblemException.unprocessable("contact.hours", "Hours are of telephones, the first before the last.")
                    .field("/callFrom", "contact.hours", "Before callUntil; only of PHONE and TEXT_MESSAGE.");
        }
    }

    private static boolean isWellFormed(ContactMeansRequest wanted) {
        var value = wanted.value().strip();
        return switch (wanted.kind()) {
            case PHONE, TEXT_MESSAGE -> PHONE.matcher(value).matches();
            case EMAIL -> EMAIL.matcher(value).matches();
            case POSTAL -> value.length() >= 5;
        };
    }

    private boolean isGuardian(UUID studentId, UUID guardianId) {
        return rows.first(
                        Query.of(
                                "select 1 from student_guardian where student_id = ? and guardian_id = ?"
                                        + " and ended_on is null",
                                studentId,
                                guardianId),
                        row -> true)
                .isPresent();
    }
}
