package org.schoolcase.cases.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** All open duties of a person in some cases, of every sort. */
@ApplicationScoped
class OpenDuties {

    private static final Comparator<Duty> ORDER = Comparator.comparing(Duty::caseId)
            .thenComparing(Duty::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Duty::kind)
            .thenComparing(Duty::subjectId);

    private final Instance<DutySource> sources;

    OpenDuties(@Any Instance<DutySource> sources) {
        this.sources = sources;
    }

    /** By case, the earliest due first. */
    List<Duty> of(List<UUID> caseIds, UUID staffId, LocalDate today) {
        var found = new ArrayList<Duty>();
        for (var source : sources) {
            found.addAll(source.openOf(caseIds, staffId, today));
        }
        found.sort(ORDER);
        return found;
    }

    void move(List<UUID> caseIds, UUID from, UUID to) {
        for (var source : sources) {
            source.move(caseIds, from, to);
        }
    }

    /** Tells two lists apart: the same for the same duties with the same days, whatever their order. */
    static String fingerprint(List<Duty> duties) {
        return DigestUtils.sha256Hex(duties.stream()
                .map(duty -> duty.kind() + " " + duty.subjectId() + " " + duty.dueOn())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    /** Those that the one should bear now, and does not. */
    static List<Duty> missing(List<Duty> wanted, List<Duty> borne) {
        return wanted.stream()
                .filter(duty -> borne.stream().noneMatch(duty::isSame))
                .toList();
    }
}
