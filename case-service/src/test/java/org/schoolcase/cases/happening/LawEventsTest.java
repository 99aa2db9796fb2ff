package org.schoolcase.cases.happening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.deadline.LawEvent;

/** Each event that a rule of law counts from or waits for is noted by a step of casework, or it is said here why not. */
class LawEventsTest {

    private static final Map<LawEvent, String> WITHOUT_A_STEP = new EnumMap<>(LawEvent.class);

    static {
        excuse(
                "known from the student's record or the calendar, not by a step",
                LawEvent.BIRTH,
                LawEvent.GRADE_EIGHT_ENTERED,
                LawEvent.GRADE_NINE_ENTERED,
                LawEvent.GRADE_NINE_ENDED,
                LawEvent.SCHOOL_YEAR_STARTED);
        excuse(
                "a step of the IEP and its meetings, before which casework ends; entered as a dated fact",
                LawEvent.IEP_MEETING_REQUESTED,
                LawEvent.IEP_MEETING_NOTICE_GIVEN,
                LawEvent.IEP_MEETING_SCHEDULED,
                LawEvent.IEP_MEETING_HELD,
                LawEvent.IEP_OFFERED,
                LawEvent.OFFER_NOTICE_RECEIVED,
                LawEvent.PLACEMENT_DETERMINED,
                LawEvent.IEP_WRITTEN,
                LawEvent.IEP_IMPLEMENTED,
                LawEvent.LAST_IEP_REVIEW);
        excuse(
                "complaints, hearings and mediation are no steps of a case; a dated fact, or what-if",
                LawEvent.HEARING_SCHEDULED,
                LawEvent.RESOLUTION_SESSION_SCHEDULED,
                LawEvent.STATE_COMPLAINT_FILED,
                LawEvent.VIOLATION_KNOWN,
                LawEvent.COMPLAINT_RECEIVED,
                LawEvent.SUFFICIENCY_OBJECTED,
                LawEvent.RESOLUTION_WAIVED,
                LawEvent.NO_AGREEMENT_CERTIFIED,
                LawEvent.MEDIATION_WITHDRAWN,
                LawEvent.SETTLEMENT_SIGNED,
                LawEvent.REVIEW_REQUESTED,
                LawEvent.FINAL_DECISION,
                LawEvent.EXPEDITED_COMPLAINT_FILED,
                LawEvent.EXPEDITED_NOTICE_RECEIVED,
                LawEvent.EXPEDITED_HEARING_HELD);
        excuse("discipline is no step of a case; a dated fact", LawEvent.REMOVAL_STARTED, LawEvent.REMOVAL_DECIDED);
        excuse("a notice of the parent about another school; a dated fact", LawEvent.PRIVATE_PLACEMENT);
        excuse("happens at the Part C agency; a dated fact", LawEvent.PART_C_REFERRED);
        excuse("the student service keeps who holds the rights", LawEvent.SURROGATE_NEED_DETERMINED);
        excuse("the student service takes requests for records", LawEvent.RECORDS_REQUESTED);
        excuse("a duty of the agency as a whole, in no student's case", LawEvent.NONCOMPLIANCE_FOUND);
        excuse(
                "a report of suspected abuse is kept apart from the case",
                LawEvent.SUSPICION_FORMED,
                LawEvent.ORAL_REPORT_MADE);
        excuse("stands for whatever does the step (KindInLaw.does and answers)", LawEvent.STEP_COMPLETED);
    }

    @Test
    void areNotedByAStepOrExcused() throws IOException {
        var without = usedByRules();
        without.removeAll(notedBySteps());

        assertThat(without).isEqualTo(WITHOUT_A_STEP.keySet());
    }

    @Test
    void areReadFromTheRuleFiles() throws IOException {
        assertThat(usedByRules())
                .contains(LawEvent.PLAN_RECEIVED, LawEvent.REFERRAL_MEETING_HELD, LawEvent.CONSENT_RECEIVED);
    }

    private static void excuse(String why, LawEvent... events) {
        List.of(events).forEach(event -> WITHOUT_A_STEP.put(event, why));
    }

    private static Set<LawEvent> notedBySteps() {
        var noted = EnumSet.of(LawEvent.WRITTEN_REFERRAL_RECEIVED); // by the opening of a case: Happenings.noteOpened
        for (var kind : Kind.values()) {
            noted.addAll(KindInLaw.of(kind).events());
        }
        return noted;
    }

    private static Set<LawEvent> usedByRules() throws IOException {
        var used = EnumSet.noneOf(LawEvent.class);
        var events = Arrays.stream(LawEvent.values()).collect(Collectors.toMap(Enum::name, it -> it));
        var key = Pattern.compile("\\b(?:startEvent|completionEvent|event|from|to): *([A-Z_]+)");
        for (var file :
                text("index.yaml").lines().filter(it -> it.endsWith(".yaml")).toList()) {
            key.matcher(text(file.replace("- ", "").strip()))
                    .results()
                    .map(found -> events.get(found.group(1)))
                    .filter(Objects::nonNull)
                    .forEach(used::add);
        }
        return used;
    }

    private static String text(String file) throws IOException {
        try (var stream = LawEventsTest.class.getResourceAsStream("/law/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
