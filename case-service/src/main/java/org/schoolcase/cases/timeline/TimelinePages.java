package org.schoolcase.cases.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;

/** Pages of what the caller sees, told in his language. */
@ApplicationScoped
class TimelinePages {

    private final Timeline timeline;
    private final Cursors cursors;
    private final Audit audit;

    TimelinePages(Timeline timeline, Cursors cursors, Audit audit) {
        this.timeline = timeline;
        this.cursors = cursors;
        this.audit = audit;
    }

    /** A page; 404 where the caller sees nothing of the case or student. */
    Page<TimelineEntry> page(String entity, UUID id, Sight.Seen seen, TimelineRequest wanted) {
        if (seen.isNothing()) {
            audit.denied(AuditEntry.of("timeline.read", entity, id));
            throw ProblemException.notFound();
        }
        var filter = wanted.toFilter();
        var list = "timeline/%s/%s?%s".formatted(entity, id, filter);
        var found = timeline.list(seen, filter, cursors.open(list, wanted.cursor()), wanted.limit());
        audit.showed(AuditEntry.of("timeline.read", entity, id).student(seen.studentId()));
        var page = cursors.page(
                list,
                found,
                wanted.limit(),
                row -> List.of(row.on().toString(), row.id().toString()));
        var telling = Telling.in(wanted.language(), wanted.acceptLanguage());
        return new Page<>(page.items().stream().map(telling::entry).toList(), page.next());
    }
}
