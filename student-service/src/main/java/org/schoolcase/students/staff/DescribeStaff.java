package org.schoolcase.students.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.students.http.Precondition;

/** Use case: the district describes a person whom the roster does not know, such as a psychologist of its own. */
@ApplicationScoped
class DescribeStaff {

    /** What came of it. */
    sealed interface Outcome {
        record Added(StaffMember member) implements Outcome {}

        record Changed(StaffMember member) implements Outcome {}

        record OfRoster() implements Outcome {}
    }

    private final StaffRepository staff;
    private final Outbox outbox;
    private final Audit audit;

    DescribeStaff(StaffRepository staff, Outbox outbox, Audit audit) {
        this.staff = staff;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    Outcome handle(UUID id, StaffMember.Details details, Precondition precondition) {
        var known = staff.find(id).orElse(null);
        if (known == null) {
            precondition.requireNew();
            var added = new StaffMember(id, details);
            staff.add(added);
            tell("staff.add", added);
            return new Outcome.Added(added);
        }
        precondition.requireCurrent(known.version());
        if (known.isOfRoster()) {
            return new Outcome.OfRoster();
        }
        known.describe(details);
        tell("staff.change", known);
        return new Outcome.Changed(known);
    }

    private void tell(String action, StaffMember member) {
        staff.send();
        outbox.state(StaffProfile.TOPIC, member.id(), StaffProfile.TYPE, member.profile());
        audit.wrote(AuditEntry.of(action, "staff", member.id())
                .fields("givenName", "familyName", "email", "language", "roles", "schoolIds", "active"));
    }
}
