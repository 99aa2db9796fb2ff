package org.schoolcase.notifications.profile;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** As much of a student as a notification may say, and the guardians to say it to. */
@Entity
public class StudentProfile {

    @Id
    private UUID id;

    private long version;

    private String firstName;

    private String initials;

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

    /** Takes a newer profile over; an older one changes nothing. */
    void take(StudentState state) {
        if (state.version() > version) {
            version = state.version();
            firstName = state.givenName();
            initials = state.initials();
            guardians.clear();
            guardians.addAll(state.guardiansOrNone());
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

    /** Guardians who are told about a case. */
    public List<Guardian> entitled() {
        return guardians.stream().filter(Guardian::isEntitled).toList();
    }

    /** The guardian, if he is still one of this student and entitled. */
    public Optional<Guardian> entitled(UUID guardianId) {
        return entitled().stream()
                .filter(guardian -> guardian.guardianId().equals(guardianId))
                .findFirst();
    }
}
