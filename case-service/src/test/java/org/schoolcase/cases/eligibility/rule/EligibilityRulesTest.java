package org.schoolcase.cases.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest.Decision;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest.Exclusions;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest.InformationSource;
import org.schoolcase.cases.eligibility.rule.TeamMember.Role;

class EligibilityRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final Exclusions NONE = new Exclusions(false, false, false);
    private static final Set<InformationSource> TWO_SOURCES =
            Set.of(InformationSource.PARENT_INPUT, InformationSource.OBSERVATION);
    private static final List<TeamMember> TEAM = List.of(
            member(Role.PARENT, true), member(Role.SCHOOL_PSYCHOLOGIST, true), member(Role.REGULAR_TEACHER, true));

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"SPECIFIC_LEARNING_DISABILITY", "DEVELOPMENTAL_DELAY"},
            mode = EnumSource.Mode.EXCLUDE)
    void takesEachCategoryWithACode(Category category) {
        assertThat(codes(eligible(category, NONE, TEAM))).isEmpty();
        assertThat(category.reportingCode()).matches("[A-Z]{2,3}");
    }

    @Test
    void mergesOnlyDeafnessIntoAnotherCode() {
        var codes =
                Arrays.stream(Category.values()).map(Category::reportingCode).toList();

        assertThat(Category.values()).hasSize(14);
        assertThat(codes.stream().distinct())
                .containsExactlyInAnyOrder(
                        "AUT", "DB", "DD", "EMN", "HI", "ID", "MD", "OHI", "OI", "SLD", "SLI", "TBI", "VI");
        assertThat(Category.DEAFNESS.reportingCode()).isEqualTo(Category.HEARING_IMPAIRMENT.reportingCode());
    }

    @ParameterizedTest
    @CsvSource({"true,false,false", "false,true,false", "false,false,true"})
    void refusesEachDeterminantFactor(boolean reading, boolean math, boolean english) {
        var request = eligible(Category.AUTISM, new Exclusions(reading, math, english), TEAM);

        assertThat(codes(request)).containsExactly("eligibility.exclusionary-factor");
    }

    @ParameterizedTest
    @CsvSource({"2023-11-18,true", "2023-11-19,false", "2016-11-19,true", "2016-11-18,false"})
    void takesDevelopmentalDelayFromThreeThroughNine(LocalDate birth, boolean taken) {
        var found = EligibilityRules.check(
                eligible(Category.DEVELOPMENTAL_DELAY, NONE, TEAM), birth, DevelopmentalDelay.in("US-AZ"));

        assertThat(found.isEmpty()).isEqualTo(taken);
    }

    @Test
    void asksForABirthDateForDevelopmentalDelay() {
        assertThat(codes(eligible(Category.DEVELOPMENTAL_DELAY, NONE, TEAM)))
                .containsExactly("eligibility.birth-date-unknown");
    }

    @Test
    void wantsAGroupWithTheParent() {
        assertThat(codes(eligible(Category.AUTISM, NONE, TEAM.subList(1, 3))))
                .containsExactly("eligibility.team-incomplete");
        assertThat(codes(eligible(Category.AUTISM, NONE, TEAM.subList(0, 2))))
                .containsExactly("eligibility.team-incomplete");
        var absent = List.of(
                TEAM.get(0), TEAM.get(1), new TeamMember(Role.NURSE, UUID.randomUUID(), null, true, false, null, null));
        assertThat(codes(eligible(Category.AUTISM, NONE, absent))).containsExactly("eligibility.team-incomplete");
    }

    @Test
    void wantsWordsFromWhoeverDissents() {
        var silent = new TeamMember(Role.NURSE, UUID.randomUUID(), null, true, true, false, " ");
        var team = List.of(TEAM.get(0), TEAM.get(1), silent);

        assertThat(codes(eligible(Category.AUTISM, NONE, team))).containsExactly("eligibility.dissent-without-words");
    }

    @Test
    void namesEachMissingPieceOfALearningDisability() {
        assertThat(codes(request(Category.SPECIFIC_LEARNING_DISABILITY, NONE, TEAM, null)))
                .containsExactly(
                        "eligibility.learning-disability-method",
                        "eligibility.learning-disability-areas",
                        "eligibility.learning-disability-observation",
                        "eligibility.learning-disability-instruction",
                        "eligibility.learning-disability-assessments",
                        "eligibility.learning-disability-other-factors",
                        "eligibility.learning-disability-statement");
    }

    @Test
    void wantsTeacherDiagnosticianAndCertificationForALearningDisability() {
        var team = List.of(TEAM.get(0), member(Role.NURSE, true), member(Role.SOCIAL_WORKER, null));

        assertThat(codes(request(Category.SPECIFIC_LEARNING_DISABILITY, NONE, team, complete(DAY))))
                .containsExactly(
                        "eligibility.learning-disability-team-teacher",
                        "eligibility.learning-disability-team-diagnostician",
                        "eligibility.learning-disability-certification");
    }

    @Test
    void takesACompleteLearningDisabilityObservedBeforeTheDecision() {
        assertThat(codes(request(Category.SPECIFIC_LEARNING_DISABILITY, NONE, TEAM, complete(DAY))))
                .isEmpty();
        assertThat(codes(request(Category.SPECIFIC_LEARNING_DISABILITY, NONE, TEAM, complete(DAY.plusDays(1)))))
                .containsOnly("eligibility.learning-disability-out-of-order");
    }

    private static LearningDisability complete(LocalDate on) {
        return new LearningDisability(
                LearningDisability.Method.SEVERE_DISCREPANCY,
                Set.of(LearningDisability.Achievement.BASIC_READING),
                new LearningDisability.Observation(on, UUID.randomUUID(), "Class", "Guesses"),
                "By certified teachers",
                new LearningDisability.RepeatedAssessments("Fortnightly", on),
                true,
                "Discrepancy",
                null,
                null);
    }

    private static TeamMember member(Role role, @Nullable Boolean agrees) {
        var id = UUID.randomUUID();
        var parent = role == Role.PARENT;
        return new TeamMember(role, parent ? null : id, parent ? id : null, true, true, agrees, null);
    }

    private static DeterminationRequest eligible(Category category, Exclusions exclusions, List<TeamMember> team) {
        return request(category, exclusions, team, null);
    }

    private static DeterminationRequest request(
            Category category, Exclusions exclusions, List<TeamMember> team, @Nullable LearningDisability learning) {
        return new DeterminationRequest(
                DAY, Decision.ELIGIBLE, category, Set.of(), true, exclusions, TWO_SOURCES, "Why", team, learning);
    }

    private static List<String> codes(DeterminationRequest request) {
        return EligibilityRules.check(Objects.requireNonNull(request), null, DevelopmentalDelay.in("US")).stream()
                .map(Refusal::code)
                .toList();
    }
}
