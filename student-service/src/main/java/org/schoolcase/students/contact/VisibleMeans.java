package org.schoolcase.students.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.access.Beholder;
import org.schoolcase.students.access.Beholder.Eyes.OfGuardian;
import org.schoolcase.students.access.Beholder.Eyes.OfStaff;
import org.schoolcase.students.access.Beholder.Eyes.OfStudent;
import org.schoolcase.students.timeline.EntryReader.Found;

/**
 * Policy: whose numbers and addresses the caller may see. Never those of another guardian for a guardian; and while a
 * no-contact order bars him, not the student's either, of whatever day he asks.
 */
@ApplicationScoped
class VisibleMeans {

    /** What to read, and how to show it. */
    record Shown(Query entries, Rows.Mapper<Found<ContactMeansView>> mapper) {}

    private final Beholder beholder;

    VisibleMeans(Beholder beholder) {
        this.beholder = beholder;
    }

    Shown of(UUID studentId) {
        var all = ContactMeansView.entries(studentId);
        return switch (beholder.on(studentId)) {
            case OfStaff() -> new Shown(all, ContactMeansView::of);
            case OfGuardian(var me, var barred) ->
                new Shown(
                        barred
                                ? all.and("e.guardian_id = ?", me)
                                : all.and("(e.guardian_id = ? or e.guardian_id is null)", me),
                        ContactMeansView::forFamily);
            case OfStudent() -> new Shown(all.and("e.guardian_id is null"), ContactMeansView::forFamily);
        };
    }
}
