package org.schoolcase.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.schoolcase.notifications.ledger.Message;
import org.schoolcase.notifications.profile.CaseProfile;
import org.schoolcase.notifications.profile.CurrentDistrict;
import org.schoolcase.notifications.profile.FamilyMember;
import org.schoolcase.notifications.profile.Moment;
import org.schoolcase.notifications.profile.Profiles;
import org.schoolcase.notifications.profile.StudentProfile;
import org.schoolcase.notifications.rule.Rule;

/** Policy: whom a rule means, by what is known now of the time when it happened. */
@ApplicationScoped
class Recipients {

    private final Profiles profiles;
    private final CurrentDistrict district;

    Recipients(Profiles profiles, CurrentDistrict district) {
        this.profiles = profiles;
        this.district = district;
    }

    /** At first: a task goes to whoever manages the case now; what concerns a family, to who was of it then and is now. */
    List<UUID> first(Message message, Rule rule, StudentProfile student) {
        var cause = message.cause();
        return switch (rule.audience()) {
            case CASE_MANAGER ->
                caseOf(message).stream().map(CaseProfile::caseManagerId).toList();
            case REQUESTER -> Stream.ofNullable(cause.requestedBy()).toList();
            case REQUESTING_GUARDIAN -> List.of(Objects.requireNonNullElse(cause.requestedBy(), cause.studentId()));
            case GUARDIANS_WITH_RIGHTS -> family(message, rule, student);
        };
    }

    /** Later: only who was meant already when it happened. */
    List<UUID> late(Message message, Rule rule, StudentProfile student) {
        return switch (rule.audience()) {
            case CASE_MANAGER ->
                caseOf(message).stream()
                        .filter(known -> known.wasManaged(moment(message)))
                        .map(CaseProfile::caseManagerId)
                        .toList();
            case REQUESTER, REQUESTING_GUARDIAN -> List.of();
            case GUARDIANS_WITH_RIGHTS -> family(message, rule, student);
        };
    }

    private List<UUID> family(Message message, Rule rule, StudentProfile student) {
        return student.entitled(moment(message), rule.alsoToParents()).stream()
                .map(FamilyMember::id)
                .toList();
    }

    private Optional<CaseProfile> caseOf(Message message) {
        return Optional.ofNullable(message.cause().caseId()).flatMap(profiles::caseOf);
    }

    private Moment moment(Message message) {
        return Moment.in(district.get(), message.cause().occurredAt());
    }
}
