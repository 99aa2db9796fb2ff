package org.schoolcase.students.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.students.access.Beholder;
import org.schoolcase.students.access.Beholder.Eyes.OfGuardian;
import org.schoolcase.students.guardian.GuardianRepository.OfStudent;

/** Use case: somebody looks at guardians. Staff see all of a student; a guardian sees himself, not the others. */
@ApplicationScoped
class ShowGuardians {

    /** A guardian as he is shown, with the version for his ETag. */
    record Shown(GuardianView view, long version) {}

    private final GuardianRepository guardians;
    private final Standings standings;
    private final Beholder beholder;
    private final Audit audit;

    ShowGuardians(GuardianRepository guardians, Standings standings, Beholder beholder, Audit audit) {
        this.guardians = guardians;
        this.standings = standings;
        this.beholder = beholder;
        this.audit = audit;
    }

    List<GuardianView> ofStudent(UUID studentId) {
        var all = standings.of(studentId);
        var eyes = beholder.on(studentId);
        var found = guardians.ofStudent(studentId).stream()
                .filter(one -> maySee(eyes, one.guardian().id()))
                .map(one -> GuardianView.of(one, all.getOrDefault(one.guardian().id(), Standing.NONE)))
                .toList();
        audit.showed(AuditEntry.of("guardian.list", "student", studentId).student(studentId));
        return found;
    }

    Optional<Shown> find(UUID studentId, UUID guardianId) {
        var found = maySee(beholder.on(studentId), guardianId)
                ? guardians.find(studentId, guardianId)
                : Optional.<OfStudent>empty();
        found.ifPresent(_ -> audit.showed(
                AuditEntry.of("guardian.read", "guardian", guardianId).student(studentId)));
        return found.map(this::shown);
    }

    /** As he is shown to who has just written him. */
    Shown shown(OfStudent found) {
        var standing = standings.of(found.guardianship().key());
        return new Shown(GuardianView.of(found, standing), found.guardian().version());
    }

    private static boolean maySee(Beholder.Eyes eyes, UUID guardianId) {
        return !(eyes instanceof OfGuardian me) || me.guardianId().equals(guardianId);
    }
}
