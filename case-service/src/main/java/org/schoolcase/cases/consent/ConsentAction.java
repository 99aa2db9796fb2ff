package org.schoolcase.cases.consent;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.kit.security.Role;

/**
 * An action about one kind of consent.
 *
 * @param path below the case, such as {@code consents}
 * @param rule when it passes
 */
public record ConsentAction(String name, String path, ConsentKind kind, Function<Standing, Gate> rule)
        implements CaseAction {

    /** Who acts in matters of consent. */
    public static final Set<String> ROLES = Set.of(Role.CASE_MANAGER, Role.COORDINATOR);

    /** Where an action about consent is done. */
    public static Link linkTo(UUID caseId, String path) {
        return new Link("POST", "/v1/cases/%s/%s".formatted(caseId, path));
    }

    @Override
    public String variant() {
        return kind.name();
    }

    @Override
    public Link link(UUID caseId) {
        return linkTo(caseId, path);
    }

    @Override
    public Set<String> roles() {
        return ROLES;
    }

    @Override
    public Gate gate(Standing standing) {
        return standing.worked().and(rule.apply(standing));
    }
}
