package org.schoolcase.cases.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.security.CurrentUser;

/** Use case: a caller asks what he may do in a case now, and for what he may not, why. */
@ApplicationScoped
class ListActions {

    private static final Gate ROLE = Gate.shut("role.missing", "The caller's role does not open this operation.");
    private static final Gate RELATION = Gate.shut(
            "not-found",
            "Only the case's manager, a coordinator or a district administrator may do this here; who assesses by the"
                    + " plan files his own assessments.");

    private final Instance<CaseAction> actions;
    private final CaseAccess access;
    private final Standings standings;
    private final CurrentUser user;
    private final Audit audit;

    ListActions(
            @Any Instance<CaseAction> actions, CaseAccess access, Standings standings, CurrentUser user, Audit audit) {
        this.actions = actions;
        this.access = access;
        this.standings = standings;
        this.user = user;
        this.audit = audit;
    }

    @Transactional
    List<ActionView> handle(UUID caseId) {
        var file = access.toRead(caseId, Reach.READ);
        var open = EnumSet.noneOf(Reach.class);
        actions.stream()
                .map(CaseAction::reach)
                .distinct()
                .filter(reach -> access.isOpen(caseId, reach))
                .forEach(open::add);
        var standing = standings.of(file);
        audit.showed(AuditEntry.of("case.actions", "case", caseId).student(file.studentId()));
        return actions.stream()
                .flatMap(action -> action.variants().stream())
                .map(action -> ActionView.of(action, action.link(caseId), gate(action, standing, open)))
                .sorted(Comparator.comparing(ActionView::name)
                        .thenComparing(view -> view.variant() == null ? "" : view.variant()))
                .toList();
    }

    private Gate gate(CaseAction action, Standing standing, Set<Reach> open) {
        if (action.roles().stream().noneMatch(user::has)) {
            return ROLE;
        }
        if (!open.contains(action.reach())) {
            return RELATION;
        }
        return action.gate(standing);
    }
}
