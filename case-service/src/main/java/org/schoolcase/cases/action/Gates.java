package org.schoolcase.cases.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.kit.problem.ProblemException;

/** Lets a use case pass, or refuses it with the reason that the list of actions shows. */
@ApplicationScoped
public class Gates {

    private final Standings standings;
    private final EntityManager session;

    Gates(Standings standings, EntityManager session) {
        this.standings = standings;
        this.session = session;
    }

    /** The case locked by {@code CaseAccess.toChange} passes the gate of an action, or a 409 says why not. */
    public Standing require(CaseAction action, CaseFile file) {
        session.flush();
        var standing = standings.of(file);
        if (action.gate(standing) instanceof Gate.Shut shut) {
            throw refused(shut);
        }
        return standing;
    }

    static ProblemException refused(Gate.Shut shut) {
        var problem = ProblemException.conflict(shut.code(), shut.reason());
        return shut.citation() == null ? problem : problem.citing(shut.citation());
    }
}
