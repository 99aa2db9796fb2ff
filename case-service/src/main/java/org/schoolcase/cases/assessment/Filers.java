package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.security.CurrentUser;

/** Opens a case for filing assessments: to who changes the case for everybody's, to an assessor of its plan for his own. */
@ApplicationScoped
class Filers {

    /**
     * A case, locked, and who files in it.
     *
     * @param assessor the caller where he files his own only; null where he files everybody's
     */
    record Filer(CaseFile file, @Nullable UUID assessor) {

        /** Whether the draft, or the final one to be corrected, is the caller's to touch; else it is not there for him. */
        boolean touches(Assessment it) {
            return assessor == null || assessor.equals(it.keeper());
        }

        /** Whether the caller may name this person as the assessor: himself in a new one, else who gave it. */
        boolean names(UUID staffId, @Nullable Assessment given) {
            return assessor == null
                    || (given == null ? assessor : given.content().assessor().staffId()).equals(staffId);
        }

        /** The caller where he fills in what this person gave; null where that is his own or everybody's. */
        @Nullable
        UUID takesOverFrom(UUID staffId) {
            return assessor == null || assessor.equals(staffId) ? null : assessor;
        }
    }

    private final CaseAccess access;
    private final CurrentUser user;

    Filers(CaseAccess access, CurrentUser user) {
        this.access = access;
        this.user = user;
    }

    /** For a new one; 404 when the case is not open to the caller for that. */
    Filer toStart(UUID caseId) {
        return filer(access.toChange(caseId, Reach.ASSESS));
    }

    /** For a draft; 404 when the case is not open to the caller for that. */
    Filer toFillIn(UUID caseId) {
        return filer(access.toChange(caseId, Reach.FILL_IN));
    }

    private Filer filer(CaseFile file) {
        var all = access.mayChange(file.id());
        return new Filer(file, all ? null : user.staffId().orElseThrow());
    }
}
