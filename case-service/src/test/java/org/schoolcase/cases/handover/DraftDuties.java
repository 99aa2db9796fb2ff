package org.schoolcase.cases.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A feature of the test with drafts: one a case, which goes along with a hand-over or is stuck. */
@ApplicationScoped
public class DraftDuties implements DutySource {

    private final Map<UUID, UUID> owners = new ConcurrentHashMap<>();
    private final Set<UUID> stuck = ConcurrentHashMap.newKeySet();

    void begin(UUID caseId, UUID owner) {
        owners.put(caseId, owner);
    }

    void stick(UUID caseId) {
        stuck.add(caseId);
    }

    @Override
    public List<Duty> openOf(List<UUID> caseIds, UUID staffId, LocalDate today) {
        return caseIds.stream()
                .filter(id -> staffId.equals(owners.get(id)))
                .map(id -> new Duty(Duty.Kind.DRAFT, id, id, "REPORT", null))
                .toList();
    }

    @Override
    public void move(List<UUID> caseIds, UUID fromStaffId, UUID toStaffId) {
        caseIds.stream().filter(id -> !stuck.contains(id)).forEach(id -> owners.replace(id, fromStaffId, toStaffId));
    }
}
