package org.schoolcase.notifications.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.schoolcase.notifications.profile.ProfileChanged.Kind;

/** The read models of the current district. */
@ApplicationScoped
public class Profiles {

    /** Kept until the transaction ends. */
    private static final String LOCK =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('student ' || current_district() || ' ' || :id, 0)) AS text)";

    private final EntityManager entityManager;
    private final CurrentDistrict district;
    private final Event<ProfileChanged> changes;

    Profiles(EntityManager entityManager, CurrentDistrict district, Event<ProfileChanged> changes) {
        this.entityManager = entityManager;
        this.district = district;
        this.changes = changes;
    }

    /**
     * Who finds out recipients and who stores what they depend on take turns, student by student: what is stored first is
     * seen by the other, and who looked first has left a message that the other finds. To be asked for before rows are
     * locked.
     */
    public void takeTurns(UUID studentId) {
        entityManager
                .createNativeQuery(LOCK, String.class)
                .setParameter("id", studentId.toString())
                .getSingleResult();
    }

    public Optional<StudentProfile> student(UUID id) {
        return find(StudentProfile.class, id);
    }

    public Optional<StaffProfile> staff(UUID id) {
        return find(StaffProfile.class, id);
    }

    public Optional<AgencyProfile> agency(UUID id) {
        return find(AgencyProfile.class, id);
    }

    public Optional<CaseProfile> caseOf(UUID id) {
        return find(CaseProfile.class, id);
    }

    /** Remembers who manages a new case. */
    public void caseOpened(UUID caseId, UUID studentId, UUID caseManagerId, Instant since) {
        takeTurns(studentId);
        if (caseOf(caseId).isEmpty()) {
            entityManager.persist(new CaseProfile(caseId, studentId, caseManagerId, since));
            changes.fire(ProfileChanged.stored(caseId, Kind.CASE));
        }
    }

    /** Remembers who manages a case from now on. */
    public void caseHandedOver(UUID caseId, UUID studentId, UUID caseManagerId, Instant since) {
        caseOpened(caseId, studentId, caseManagerId, since);
        caseOf(caseId).ifPresent(known -> known.handOver(caseManagerId, since));
        changes.fire(ProfileChanged.stored(caseId, Kind.CASE));
    }

    void take(StudentState state, Instant toldAt) {
        takeTurns(state.studentId());
        stored(StudentProfile.class, state.studentId(), StudentProfile::new)
                .take(state, Moment.in(district.get(), toldAt));
        changes.fire(ProfileChanged.stored(state.studentId(), Kind.STUDENT));
    }

    void take(StaffState state) {
        stored(StaffProfile.class, state.staffId(), StaffProfile::new).take(state);
        changes.fire(ProfileChanged.stored(state.staffId(), Kind.STAFF));
    }

    void take(AgencyState state) {
        stored(AgencyProfile.class, state.agencyId(), AgencyProfile::new).take(state);
    }

    /** What hangs on the record follows the surviving one, whether that is known already or told next. */
    void forgetMerged(UUID id) {
        student(id).ifPresent(entityManager::remove);
    }

    void eraseStudent(UUID id) {
        takeTurns(id);
        student(id).ifPresent(entityManager::remove);
        entityManager
                .createQuery("delete from CaseProfile c where c.studentId = :id")
                .setParameter("id", id)
                .executeUpdate();
        changes.fire(ProfileChanged.erased(id, Kind.STUDENT));
    }

    void eraseStaff(UUID id) {
        staff(id).ifPresent(entityManager::remove);
        changes.fire(ProfileChanged.erased(id, Kind.STAFF));
    }

    void eraseAgency(UUID id) {
        agency(id).ifPresent(entityManager::remove);
    }

    private <T> Optional<T> find(Class<T> type, UUID id) {
        return Optional.ofNullable(entityManager.find(type, id));
    }

    private <T> T stored(Class<T> type, UUID id, Function<UUID, T> birth) {
        return find(type, id).orElseGet(() -> {
            var profile = birth.apply(id);
            entityManager.persist(profile);
            return profile;
        });
    }
}
