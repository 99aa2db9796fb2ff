package org.schoolcase.referrals.student;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What this service knows of a student: the last profile that student-service told. */
@Entity
@Table(name = "student")
public class Student {

    @Id
    private UUID id;

    private long version;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "birth_date")
    private @Nullable LocalDate birthDate;

    private @Nullable String grade;

    @Column(name = "school_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> schoolIds;

    private String language;

    private boolean active;

    @ElementCollection
    @CollectionTable(name = "student_guardian", joinColumns = @JoinColumn(name = "student_id"))
    private List<Guardian> guardians = new ArrayList<>();

    protected Student() {}

    private Student(StudentProfile profile) {
        this.id = profile.studentId();
        know(profile);
    }

    static Student of(StudentProfile profile) {
        return new Student(profile);
    }

    /** Takes over a profile unless it is older than what is known. */
    void learn(StudentProfile profile) {
        if (profile.version() >= version) {
            know(profile);
        }
    }

    private void know(StudentProfile profile) {
        version = profile.version();
        givenName = profile.givenName();
        familyName = profile.familyName();
        birthDate = profile.birthDate();
        grade = profile.grade();
        schoolIds = profile.schoolIds();
        language = profile.language();
        active = profile.active();
        guardians.clear();
        guardians.addAll(profile.guardians());
    }

    public boolean attendsOneOf(Set<UUID> schools) {
        return !Collections.disjoint(schoolIds, schools);
    }

    public Optional<Guardian> guardian(UUID guardianId) {
        return guardians.stream().filter(g -> g.guardianId().equals(guardianId)).findFirst();
    }

    public UUID id() {
        return id;
    }

    public String givenName() {
        return givenName;
    }

    public String familyName() {
        return familyName;
    }

    public @Nullable LocalDate birthDate() {
        return birthDate;
    }

    public @Nullable String grade() {
        return grade;
    }

    public List<UUID> schoolIds() {
        return List.copyOf(schoolIds);
    }

    public String language() {
        return language;
    }

    public List<Guardian> guardians() {
        return List.copyOf(guardians);
    }

    long version() {
        return version;
    }
}
