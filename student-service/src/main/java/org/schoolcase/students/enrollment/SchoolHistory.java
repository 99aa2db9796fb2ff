package org.schoolcase.students.enrollment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.enrollment.SchoolEnrollmentView.Source;

/**
 * Policy: which schools a student attended when. The roster's dates count where it has them; what it left open, and
 * schools without a role in the roster, are read from the days on which the record's schools changed.
 */
final class SchoolHistory {

    /** A role of student at a school, as the roster has it. */
    record Role(
            UUID schoolId,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn) {}

    /** The schools of the record became others on a day. */
    record Change(LocalDate on, List<UUID> before, List<UUID> after) {}

    /** A stay at a school. */
    record Stay(
            UUID schoolId,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            Source source) {}

    private SchoolHistory() {}

    /** Latest beginning first; what began before anybody knew comes last. */
    static List<Stay> of(List<Role> roles, List<Change> changes, Set<UUID> now) {
        var stays = new ArrayList<Stay>();
        var recorded = recorded(changes, now);
        for (var role : roles) {
            var known = recorded.stream()
                    .filter(stay -> stay.schoolId().equals(role.schoolId()))
                    .reduce((_, last) -> last);
            stays.add(new Stay(
                    role.schoolId(),
                    role.beginsOn() != null
                            ? role.beginsOn()
                            : known.map(Stay::beginsOn).orElse(null),
                    role.endsOn() != null || now.contains(role.schoolId())
                            ? role.endsOn()
                            : known.map(Stay::endsOn).orElse(null),
                    Source.ROSTER));
        }
        recorded.stream()
                .filter(stay -> roles.stream().noneMatch(role -> role.schoolId().equals(stay.schoolId())))
                .forEach(stays::add);
        stays.sort(Comparator.comparing(Stay::beginsOn, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Stay::schoolId));
        return List.copyOf(stays);
    }

    private static List<Stay> recorded(List<Change> changes, Set<UUID> now) {
        var stays = new ArrayList<Stay>();
        var first = changes.isEmpty() ? List.copyOf(now) : changes.getFirst().before();
        first.forEach(school -> stays.add(new Stay(school, null, null, Source.RECORD)));
        for (var change : changes) {
            stays.replaceAll(stay -> stay.endsOn() == null && !change.after().contains(stay.schoolId())
                    ? new Stay(stay.schoolId(), stay.beginsOn(), change.on().minusDays(1), Source.RECORD)
                    : stay);
            change.after().stream()
                    .filter(school -> !change.before().contains(school))
                    .forEach(school -> stays.add(new Stay(school, change.on(), null, Source.RECORD)));
        }
        return stays;
    }
}
