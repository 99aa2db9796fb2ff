package org.schoolcase.cases.assessment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.schoolcase.cases.instrument.definition.Definition;
import org.schoolcase.cases.instrument.definition.InstrumentKind;

/** What the content of an assessment keeps to, while it is a draft and when it is to be final. */
final class ContentRules {

    private final Definition definition;
    private final Content content;
    private final LocalDate today;

    private ContentRules(Definition definition, Content content, LocalDate today) {
        this.definition = definition;
        this.content = content;
        this.today = today;
    }

    /** The first rule that a draft breaks. */
    static Optional<Refusal> ofDraft(
            Definition definition, Content content, LocalDate today, Predicate<PupilRights> signedByRightsHolder) {
        var rules = new ContentRules(definition, content, today);
        return Stream.of(rules.dates(), rules.answers(false), rules.scores(), rules.pupilRights(signedByRightsHolder))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The first rule that stands against making it final. */
    static Optional<Refusal> ofFinal(Definition definition, Content content, LocalDate completedOn, LocalDate today) {
        var rules = new ContentRules(definition, content, today);
        return Stream.of(rules.completion(completedOn), rules.answers(true), rules.scores(), rules.credential())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Refusal> dates() {
        return content.administeredOn().isAfter(today)
                ? Optional.of(outOfOrder("It is given on or before today, %s.".formatted(today), "/administeredOn"))
                : Optional.empty();
    }

    private Optional<Refusal> completion(LocalDate completedOn) {
        var late = completedOn.isAfter(today);
        return late || completedOn.isBefore(content.administeredOn())
                ? Optional.of(outOfOrder("It is finished between the day it was given and today.", "/completedOn"))
                : Optional.empty();
    }

    private Optional<Refusal> answers(boolean whole) {
        var form = definition.form();
        var faults = whole ? form.faultsOf(content.answers()) : form.faultsOfDraft(content.answers());
        return faults.isEmpty() ? Optional.empty() : Optional.of(answersInvalid(faults));
    }

    private Optional<Refusal> scores() {
        var faults = ScoreRules.faultsOf(content.scores(), today.getYear());
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "assessment.scores-inconsistent",
                        "Scores do not agree with themselves; see docs/instruments.md.",
                        faults));
    }

    private Optional<Refusal> pupilRights(Predicate<PupilRights> signedByRightsHolder) {
        if (definition.protectedTopics().isEmpty()) {
            return Optional.empty();
        }
        var rights = content.pupilRights();
        if (rights == null) {
            return Optional.of(pupilRightsMissing(
                    "The instrument touches protected topics: prior consent of a parent, or notice without opt-out, is recorded with it.",
                    "/pupilRights"));
        }
        if (rights.on().isAfter(content.administeredOn())) {
            return Optional.of(pupilRightsMissing("Consent or notice comes before the answers.", "/pupilRights/on"));
        }
        return rights.ground() == PupilRights.Ground.CONSENT && !signedByRightsHolder.test(rights)
                ? Optional.of(pupilRightsMissing(
                        "Only a guardian with educational rights can consent.", "/pupilRights/guardianId"))
                : Optional.empty();
    }

    private Optional<Refusal> credential() {
        var credential = content.assessor().credential();
        if (credential == null) {
            return definition.kind() == InstrumentKind.ASSESSMENT
                    ? Optional.of(unqualified("assessment.credential-missing", "/assessor/credential", "required"))
                    : Optional.empty();
        }
        var expires = credential.expiresOn();
        return expires != null && expires.isBefore(content.administeredOn())
                ? Optional.of(unqualified("assessment.credential-expired", "/assessor/credential/expiresOn", "expired"))
                : Optional.empty();
    }

    private static Refusal unqualified(String code, String pointer, String fault) {
        return Refusal.of(
                        code,
                        "An assessment is given by trained and knowledgeable personnel: a credential that holds on that day.",
                        pointer,
                        fault)
                .citing("34 CFR 300.304(c)(1)(iv)");
    }

    private static Refusal pupilRightsMissing(String detail, String pointer) {
        return Refusal.of("assessment.pupil-rights-missing", detail, pointer, "pupil-rights")
                .citing("20 USC 1232h; 34 CFR part 98");
    }

    private static Refusal outOfOrder(String detail, String pointer) {
        return Refusal.of("assessment.dates-out-of-order", detail, pointer, "out-of-order");
    }

    private static Refusal answersInvalid(java.util.List<org.schoolcase.cases.instrument.definition.Fault> faults) {
        return Refusal.of(
                "assessment.answers-invalid",
                "Answers do not keep to the instrument's schema.",
                faults.stream().map(fault -> fault.under("/answers")).toList());
    }
}
