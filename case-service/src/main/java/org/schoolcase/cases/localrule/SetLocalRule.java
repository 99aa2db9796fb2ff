package org.schoolcase.cases.localrule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.InvalidRuleFile;
import org.schoolcase.cases.deadline.LocalPolicy.LocalRule;
import org.schoolcase.cases.deadlinequeue.DirtyCases;
import org.schoolcase.cases.deadlinequeue.DirtyCases.Because;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;

/** Use case: the district sets or withdraws a rule of its own; running deadlines are computed anew. */
@ApplicationScoped
class SetLocalRule {

    sealed interface Outcome {
        record Set(StoredRule rule, boolean isNew) implements Outcome {}

        record Invalid(String message) implements Outcome {}
    }

    private final LocalRules rules;
    private final DistrictNow district;
    private final DirtyCases dirty;
    private final Audit audit;
    private final Clock clock;

    SetLocalRule(LocalRules rules, DistrictNow district, DirtyCases dirty, Audit audit, Clock clock) {
        this.rules = rules;
        this.district = district;
        this.dirty = dirty;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(String id, LocalRuleRequest request, @Nullable String ifMatch) {
        var before = rules.find(id);
        before.ifPresent(rule -> ETags.requireMatch(ifMatch, rule.version()));
        try {
            var rule = LocalRule.read(district.jurisdiction(), id, request.mode(), request.rule());
            rules.store(rule, request.rule(), request.reason(), request.active(), clock.instant());
        } catch (InvalidRuleFile e) {
            return new Outcome.Invalid(Objects.requireNonNullElse(e.getMessage(), "The rule cannot be read."));
        }
        dirty.markDistrict(Because.RULE);
        audit.wrote(AuditEntry.of("deadline-rule.set", "deadline-rule", idOf(id))
                .fields("mode", "rule", "reason", "active"));
        return new Outcome.Set(rules.find(id).orElseThrow(), before.isEmpty());
    }

    private static UUID idOf(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
