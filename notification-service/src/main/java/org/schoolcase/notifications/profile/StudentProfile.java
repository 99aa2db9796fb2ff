package org.schoolcase.notifications.profile;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.rule.Capacity;

/** As much of a student as a notification may say, and the guardians to say it to. */
@Entity
public class StudentProfile {

    @Id
    private UUID id;

    private long version;

    private String firstName;

    private String initials;

    private @Nullable String language;

    private @Nullable String email;

    private boolean holdsRights;

    private @Nullable LocalDate rightsSince;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "student_guardian", joinColumns = @JoinColumn(name = "student_id"))
    private List<Guardian> guardians = new ArrayList<>();

    protected StudentProfile() {}

    StudentProfile(UUID id) {
        this.id = id;
        this.version = -1;
        this.firstName = "";
        this.initials = "";
    }

    /**
     * Takes a newer profile over; an older one changes nothing. One of the same version that dates the rights is taken again
     * where it is told again: a former release kept less of it.
     */
    void take(StudentState state, Moment told) {
        if (state.version() > version || (state.version() == version && state.datesRights())) {
            version = state.version();
            firstName = state.givenName();
            initials = state.initials();
            language = state.language();
            email = state.email();
            holdsRights = state.studentHoldsRights();
            rightsSince = state.ownRightsSince(told);
            var family = state.guardians(guardians, told);
            guardians.clear();
            guardians.addAll(family);
        }
    }

    public UUID id() {
        return id;
    }

    public String firstName() {
        return firstName;
    }

    public String initials() {
        return initials;
    }

    /**
     * Who is told now of what happened then: guardians, and once he holds the rights the student himself; of a required
     * notice also the parents from whom they passed (34 CFR 300.520(a)(1)(i)). Who has become one since is not.
     */
    public List<FamilyMember> entitled(Moment moment, boolean required) {
        return Stream.concat(
                        Stream.of(this)
                                .filter(student -> student.heldRights(moment))
                                .map(StudentProfile::himself),
                        guardians.stream()
                                .filter(guardian -> guardian.wasTold(moment, required))
                                .map(FamilyMember::of))
                .toList();
    }

    /** The person, if he is still one of this student's family and entitled. */
    public Optional<FamilyMember> entitled(UUID personId, boolean required) {
        return Stream.concat(
                        Stream.of(this).filter(StudentProfile::holdsRights).map(StudentProfile::himself),
                        guardians.stream()
                                .filter(guardian -> guardian.isTold(required))
                                .map(FamilyMember::of))
                .filter(person -> person.id().equals(personId))
                .findFirst();
    }

    /** Whether the person is known as a guardian of the student, entitled or not. */
    public boolean knows(UUID guardianId) {
        return guardians.stream().anyMatch(guardian -> guardian.guardianId().equals(guardianId));
    }

    public boolean holdsRights() {
        return holdsRights;
    }

    private boolean heldRights(Moment moment) {
        return holdsRights && (rightsSince == null || !rightsSince.isAfter(moment.day()));
    }

    private FamilyMember himself() {
        return new FamilyMember(id, language, email, Capacity.ADULT_STUDENT);
    }
}
