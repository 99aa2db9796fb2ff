package org.schoolcase.cases.caseload.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.cases.caseload.policy.CaseloadPolicy.Measure;

/** What one person carries in a role, by level of school. */
public record Load(
        UUID staffId,
        @Nullable String givenName,
        @Nullable String familyName,
        TeamMember.Role role,
        Map<String, Part> byLevel) {

    /** Cases of one level of school; {@code NONE} stands for students without one. */
    public record Part(int cases, BigDecimal weight) {}

    public int cases() {
        return byLevel.values().stream().mapToInt(Part::cases).sum();
    }

    public BigDecimal weight() {
        return byLevel.values().stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The caps of the role against the load. */
    public List<CaseloadView.AgainstCap> against(CaseloadPolicy policy) {
        return policy.capsOf(role).stream().map(this::against).toList();
    }

    private CaseloadView.AgainstCap against(CaseloadPolicy.Cap cap) {
        var load = carried(cap);
        return new CaseloadView.AgainstCap(
                cap.schoolLevel(), cap.measure(), load, cap.most(), load.compareTo(cap.most()) > 0, cap.citation());
    }

    private BigDecimal carried(CaseloadPolicy.Cap cap) {
        return byLevel.entrySet().stream()
                .filter(part ->
                        cap.schoolLevel() == null || cap.schoolLevel().name().equals(part.getKey()))
                .map(part -> cap.measure() == Measure.CASES
                        ? BigDecimal.valueOf(part.getValue().cases())
                        : part.getValue().weight())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    CaseloadView view(CaseloadPolicy policy) {
        return new CaseloadView(
                staffId, givenName, familyName, role, cases(), policy.weighs() ? weight() : null, against(policy));
    }
}
