package org.schoolcase.cases.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.schoolcase.cases.happening.Kind;

/**
 * Policy: what of a case a family reads in its timeline. What is not named here is work among staff, such as tasks and teams;
 * a kind that is new stays there until somebody decides. The whole record is opened by an access request (34 CFR 300.613).
 */
final class FamilyKinds {

    private static final Set<Kind> OF_THE_CASE =
            Set.of(Kind.CASE_OPENED, Kind.CASE_CLOSED, Kind.COMMUNICATION_LOGGED, Kind.ASSESSMENT_PLAN_RECEIVED);

    /** Steps of which the law lets parents know, by the words of the kind. */
    private static final Set<String> STEPS =
            Set.of("CONSENT", "EVALUATION", "REEVALUATION", "ELIGIBILITY", "ELIGIBLE", "NOTICE", "MEETING");

    private FamilyKinds() {}

    static boolean include(Kind kind) {
        return OF_THE_CASE.contains(kind)
                || Arrays.stream(kind.name().split("_", -1)).anyMatch(STEPS::contains);
    }

    static List<Kind> all() {
        return Arrays.stream(Kind.values()).filter(FamilyKinds::include).toList();
    }
}
