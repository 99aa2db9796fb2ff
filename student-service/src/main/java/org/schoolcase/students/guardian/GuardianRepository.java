package org.schoolcase.students.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Guardians, and whose they are. */
@ApplicationScoped
class GuardianRepository {

    /** A guardian with his relation to one student. */
    record OfStudent(Guardian guardian, Guardianship guardianship) {}

    private static final String OF_STUDENT =
            "select new org.schoolcase.students.guardian.GuardianRepository$OfStudent(g, r)"
                    + " from Guardianship r join Guardian g on g.id = r.key.guardianId where r.key.studentId = ?1"
                    + " and r.endedOn is null";

    private final EntityManager database;

    GuardianRepository(EntityManager database) {
        this.database = database;
    }

    List<OfStudent> ofStudent(UUID studentId) {
        return database.createQuery(OF_STUDENT + " order by r.addedAt, g.id", OfStudent.class)
                .setParameter(1, studentId)
                .setMaxResults(100)
                .getResultList();
    }

    Optional<OfStudent> find(UUID studentId, UUID guardianId) {
        return database.createQuery(OF_STUDENT + " and g.id = ?2", OfStudent.class)
                .setParameter(1, studentId)
                .setParameter(2, guardianId)
                .getResultStream()
                .findFirst();
    }

    Optional<Guardian> find(UUID guardianId) {
        return Optional.ofNullable(database.find(Guardian.class, guardianId));
    }

    /** Also one that has ended. */
    Optional<Guardianship> find(Guardianship.Key key) {
        return Optional.ofNullable(database.find(Guardianship.class, key));
    }

    void add(Object entity) {
        database.persist(entity);
    }

    /** Counts a change of the guardian where only the relation changed. */
    void countChange(Guardian guardian) {
        database.lock(guardian, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    void send() {
        database.flush();
    }

    List<UUID> studentsOf(UUID guardianId) {
        return database.createQuery(
                        "select r.key.studentId from Guardianship r where r.key.guardianId = ?1 and r.endedOn is null"
                                + " order by r.key.studentId",
                        UUID.class)
                .setParameter(1, guardianId)
                .getResultList();
    }
}
