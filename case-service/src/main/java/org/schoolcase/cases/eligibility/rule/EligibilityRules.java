package org.schoolcase.cases.eligibility.rule;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policy: what a determination of eligibility has to hold (34 CFR 300.306, 300.8). */
public final class EligibilityRules {

    private static final int A_GROUP = 2;

    private final List<Refusal> refusals = new ArrayList<>();

    private EligibilityRules() {}

    /** Everything that is wrong, the most basic first; empty when the determination can stand. */
    public static List<Refusal> check(
            DeterminationRequest request, @Nullable LocalDate birthDate, DevelopmentalDelay.Ages delayAges) {
        var rules = new EligibilityRules();
        rules.team(request);
        rules.sources(request);
        if (request.isEligible()) {
            rules.eligible(request);
            rules.delay(request, birthDate, delayAges);
            if (request.names(Category.SPECIFIC_LEARNING_DISABILITY)) {
                rules.refusals.addAll(LearningDisabilityRules.check(request));
            }
        } else {
            rules.notEligible(request);
        }
        return rules.refusals;
    }

    private void team(DeterminationRequest request) {
        var team = request.team();
        if (team.stream().noneMatch(it -> it.isParent() && it.invited())) {
            refuse(
                    "eligibility.team-incomplete",
                    "/team",
                    "The parent belongs to the group and is invited.",
                    "34 CFR 300.306(a)(1)");
        }
        if (team.stream().filter(it -> !it.isParent() && it.attended()).count() < A_GROUP) {
            refuse(
                    "eligibility.team-incomplete",
                    "/team",
                    "A group of qualified professionals decides.",
                    "34 CFR 300.306(a)(1)");
        }
        for (int i = 0; i < team.size(); i++) {
            member(team.get(i), "/team/" + i);
        }
    }

    private void member(TeamMember member, String pointer) {
        if (!member.isNamed()) {
            refuse(
                    "eligibility.member-unnamed",
                    pointer,
                    "A parent has a guardianId, everybody else a staffId.",
                    "34 CFR 300.306(a)(1)");
        }
        if (member.dissentsWithoutWords()) {
            refuse(
                    "eligibility.dissent-without-words",
                    pointer + "/dissent",
                    "Who does not agree says what he concludes.",
                    "34 CFR 300.311(b)");
        }
    }

    private void sources(DeterminationRequest request) {
        if (request.sources().size() < 2) {
            refuse(
                    "eligibility.single-source",
                    "/sources",
                    "Information comes from a variety of sources.",
                    "34 CFR 300.306(c)(1)(i)");
        }
    }

    private void eligible(DeterminationRequest request) {
        if (request.primaryCategory() == null) {
            refuse(
                    "eligibility.category-missing",
                    "/primaryCategory",
                    "A child with a disability has a category.",
                    "34 CFR 300.8(a)(1)");
        } else if (request.secondaryCategories().contains(request.primaryCategory())) {
            refuse(
                    "eligibility.category-twice",
                    "/secondaryCategories",
                    "The primary category is not secondary too.",
                    "34 CFR 300.8(c)");
        }
        if (!request.needsSpecialEducation()) {
            refuse(
                    "eligibility.no-need",
                    "/needsSpecialEducation",
                    "Eligible is who by reason of the disability needs special education.",
                    "34 CFR 300.8(a)");
        }
        if (request.determinantFactors().any()) {
            refuse(
                    "eligibility.exclusionary-factor",
                    "/determinantFactors",
                    "Not eligible when lack of teaching in reading or maths, or limited English, is the determinant factor.",
                    "34 CFR 300.306(b)(1)");
        }
    }

    private void delay(DeterminationRequest request, @Nullable LocalDate birthDate, DevelopmentalDelay.Ages ages) {
        if (!request.names(Category.DEVELOPMENTAL_DELAY)) {
            return;
        }
        if (birthDate == null) {
            refuse(
                    "eligibility.birth-date-unknown",
                    "/primaryCategory",
                    "Developmental delay depends on age, and no birth date is known.",
                    ages.citation());
        } else if (!ages.include(Period.between(birthDate, request.decidedOn()).getYears())) {
            refuse(
                    "eligibility.age-outside",
                    "/primaryCategory",
                    "Developmental delay is for ages %d to %d.".formatted(ages.from(), ages.to()),
                    ages.citation());
        }
    }

    private void notEligible(DeterminationRequest request) {
        if (request.primaryCategory() != null || !request.secondaryCategories().isEmpty()) {
            refuse(
                    "eligibility.category-without-eligibility",
                    "/primaryCategory",
                    "Who is not eligible has no category.",
                    "34 CFR 300.8(a)(1)");
        }
    }

    private void refuse(String code, String pointer, String detail, String citation) {
        refusals.add(new Refusal(code, pointer, detail, citation));
    }
}
