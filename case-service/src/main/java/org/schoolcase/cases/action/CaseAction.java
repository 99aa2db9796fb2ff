package org.schoolcase.cases.action;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.Reach;

/** One thing that can be done in a case. Its use case passes the same gate that the list of actions shows. */
public interface CaseAction {

    /** The operationId of the request that does it. */
    String name();

    /** Which kind of it, where the gate depends on a choice in the request, such as the kind of consent. */
    default @Nullable String variant() {
        return null;
    }

    /** All kinds of it; itself when there is one only. */
    default List<CaseAction> variants() {
        return List.of(this);
    }

    Link link(UUID caseId);

    /** Roles of the token that open the operation. */
    Set<String> roles();

    /** The relation to the case that it needs. */
    default Reach reach() {
        return Reach.CHANGE;
    }

    Gate gate(Standing standing);
}
