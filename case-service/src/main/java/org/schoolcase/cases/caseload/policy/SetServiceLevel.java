package org.schoolcase.cases.caseload.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.action.Gates;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;

/** Use case: the case manager says how much service a case takes, in the district's words. */
@ApplicationScoped
class SetServiceLevel {

    sealed interface Outcome {
        record Set(ServiceLevels.LevelView level) implements Outcome {}

        record UnknownLevel() implements Outcome {}
    }

    /** The case, and whether its state lets the level be set. */
    @ApplicationScoped
    static class Ground {

        private final CaseAccess access;
        private final Gates gates;
        private final SetServiceLevelAction action;

        Ground(CaseAccess access, Gates gates, SetServiceLevelAction action) {
            this.access = access;
            this.gates = gates;
            this.action = action;
        }

        UUID studentOf(UUID caseId) {
            var file = access.toChange(caseId);
            gates.require(action, file);
            return file.studentId();
        }
    }

    private final Ground ground;
    private final ServiceLevels levels;
    private final Policies policies;
    private final Audit audit;

    SetServiceLevel(Ground ground, ServiceLevels levels, Policies policies, Audit audit) {
        this.ground = ground;
        this.levels = levels;
        this.policies = policies;
        this.audit = audit;
    }

    @Transactional
    Outcome handle(UUID caseId, ServiceLevelResource.LevelRequest wanted, @Nullable String ifMatch) {
        var student = ground.studentOf(caseId);
        var current = levels.of(caseId);
        ETags.requireMatch(ifMatch, current.version(), current, wanted);
        if (!policies.policy().knowsLevel(wanted.level())) {
            return new Outcome.UnknownLevel();
        }
        levels.store(caseId, wanted.level());
        audit.wrote(AuditEntry.of("service-level.set", "case", caseId)
                .student(student)
                .fields("level"));
        return new Outcome.Set(levels.of(caseId));
    }
}
