package org.schoolcase.cases.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One sort of open duties. Each feature in which somebody can leave something open has a bean of this; a hand-over asks
 * them all, before and after, and is refused when one of them says that something stayed behind.
 */
public interface DutySource {

    /** What the person bears in these cases now. */
    List<Duty> openOf(List<UUID> caseIds, UUID staffId, LocalDate today);

    /** Gives the other person what the one bears in these cases; nothing to do where it follows the team. */
    void move(List<UUID> caseIds, UUID fromStaffId, UUID toStaffId);
}
