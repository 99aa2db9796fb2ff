package org.schoolcase.cases.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;
import org.schoolcase.record.merge.StudentFacts;

/** Hears that a student enrolled at another school, each event once; comes after the merges of students, from the same place. */
@ApplicationScoped
class EnrollmentConsumer {

    static final String ENROLLED = "org.schoolcase.student.enrolled-with-active-plan.v1";
    static final String ELSEWHERE = "org.schoolcase.student.enrolled-elsewhere.v1";

    private final Inbox inbox;
    private final FollowEnrollment follow;

    EnrollmentConsumer(Inbox inbox, FollowEnrollment follow) {
        this.inbox = inbox;
        this.follow = follow;
    }

    void on(@Observes StudentFacts facts) {
        inbox.handle("student-enrollments", facts.records(), this::apply);
    }

    private void apply(ReceivedEvent event) {
        switch (event.type()) {
            case ENROLLED -> follow.enrolled(event.data(EnrollmentTold.class), event.id());
            case ELSEWHERE -> follow.left(event.data(EnrollmentTold.class), event.id());
            default -> {
                // other facts of students are no enrolment
            }
        }
    }
}
