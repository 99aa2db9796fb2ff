package org.schoolcase.referrals.student;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The students of the district, as far as they were told. */
@ApplicationScoped
public class StudentRepository implements PanacheRepositoryBase<Student, UUID> {

    void learn(StudentProfile profile) {
        findByIdOptional(profile.studentId())
                .ifPresentOrElse(known -> known.learn(profile), () -> persist(Student.of(profile)));
    }

    void forget(UUID studentId) {
        findByIdOptional(studentId).ifPresent(this::delete);
    }
}
