package org.schoolcase.cases.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.Family;

/**
 * One evaluation of a student, as it is stored and shown.
 *
 * @param plannedOn date of the plan as it is now; absent while there is none
 * @param report absent while there is none
 */
public record Evaluation(
        UUID id,
        UUID caseId,
        Cycle cycle,
        Review review,
        @Nullable LocalDate plannedOn,
        List<PlannedArea> areas,
        @Nullable Report report,
        List<ParentCopy> copies,
        long version) {

    public boolean isReported() {
        return report != null;
    }

    /** As a parent or the adult student reads it: with the copies that he was given himself. */
    public Evaluation forFamily(Family reader) {
        var own = copies.stream().filter(copy -> reader.is(copy.guardianId())).toList();
        return new Evaluation(id, caseId, cycle, review, plannedOn, areas, report, own, version);
    }

    /** Areas of the plan that have no result yet. */
    public List<Area> areasWithoutResult() {
        return areas.stream()
                .filter(area -> !area.hasResult())
                .map(PlannedArea::area)
                .toList();
    }

    /** The last date in it: no step lies before the one that it follows. */
    public LocalDate lastDate() {
        var last = report == null ? review.reviewedOn() : report.reportedOn();
        for (var area : areas) {
            var done = area.completedOn();
            last = done != null && done.isAfter(last) ? done : last;
        }
        return last;
    }
}
