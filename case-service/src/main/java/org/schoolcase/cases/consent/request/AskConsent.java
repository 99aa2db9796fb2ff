package org.schoolcase.cases.consent.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.schoolcase.cases.action.Admission;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.cases.happening.Happening;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.cases.studentprofile.StudentProfiles;
import org.schoolcase.kit.id.Ids;

/** Use case: a holder of rights is asked for consent, after the notices about it. */
@ApplicationScoped
class AskConsent {

    sealed interface Outcome {
        record Asked(AskedConsent asked) implements Outcome {}

        record AskedWithoutRights(LocalDate on) implements Outcome {}

        record OutOfOrder(LocalDate earliest, LocalDate latest) implements Outcome {}
    }

    private final Admission admission;
    private final AskConsentAction action;
    private final StudentProfiles profiles;
    private final AskedConsents requests;
    private final AskingTold told;

    AskConsent(
            Admission admission,
            AskConsentAction action,
            StudentProfiles profiles,
            AskedConsents requests,
            AskingTold told) {
        this.admission = admission;
        this.action = action;
        this.profiles = profiles;
        this.requests = requests;
        this.told = told;
    }

    @Transactional
    Outcome handle(UUID caseId, AskConsentRequest wanted) {
        var standing = admission.admit(caseId, action.of(wanted.kind()));
        var earliest = earliest(standing, wanted.kind());
        if (wanted.sentOn().isBefore(earliest) || wanted.sentOn().isAfter(standing.today())) {
            return new Outcome.OutOfOrder(earliest, standing.today());
        }
        if (!profiles.heldRights(wanted.askedOf(), standing.file().studentId(), wanted.sentOn())) {
            return new Outcome.AskedWithoutRights(wanted.sentOn());
        }
        var asked = asked(standing, wanted);
        requests.add(asked);
        told.asked(asked, standing.file());
        return new Outcome.Asked(asked);
    }

    /** Nothing is asked for before the referral came, nor before the notices that come first. */
    private static LocalDate earliest(Standing standing, ConsentKind kind) {
        var notices =
                switch (kind) {
                    case EVALUATION -> Stream.of(Kind.PRIOR_NOTICE_GIVEN, Kind.SAFEGUARDS_NOTICE_GIVEN);
                    case REEVALUATION, SERVICES -> Stream.of(Kind.PRIOR_NOTICE_GIVEN);
                    case PUBLIC_INSURANCE, TRANSITION_AGENCY, PRIVATE_SCHOOL_EXCHANGE -> Stream.<Kind>empty();
                };
        return notices.flatMap(notice -> standing.last(notice).stream())
                .reduce(standing.file().receivedOn(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private static AskedConsent asked(Standing standing, AskConsentRequest wanted) {
        return new AskedConsent(
                Ids.next(),
                standing.file().id(),
                wanted.kind(),
                wanted.scope(),
                List.copyOf(wanted.records()),
                List.copyOf(wanted.recipients()),
                wanted.language(),
                wanted.askedOf(),
                wanted.sentBy(),
                wanted.sentOn(),
                standing.lastOf(Kind.PRIOR_NOTICE_GIVEN)
                        .map(Happening::subjectId)
                        .orElse(null),
                standing.lastOf(Kind.SAFEGUARDS_NOTICE_GIVEN)
                        .map(Happening::subjectId)
                        .orElse(null),
                null,
                null,
                List.of());
    }
}
