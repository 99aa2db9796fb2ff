package org.schoolcase.cases.caseload.today;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff has to do today, in all his open cases.
 *
 * @param today the day in the district's zone
 * @param asOf up to when it is complete; send it to /v1/caseload/seen once it was read
 * @param seenAt the mark since which things are new; absent when there is none, then it is two weeks
 * @param overdue deadlines of law and own tasks whose day is over
 * @param dueSoon deadlines of law and own tasks of the next days
 * @param meetings IEP meetings of the next 30 days
 * @param unanswered referrals that wait for a decision and requests for consent that wait for an answer
 * @param drafts assessments that the caller fills in, and of the cases that he manages those that nobody on the team does
 * @param fresh new cases, and what happened in the cases and was not recorded by the caller
 */
public record TodayView(
        LocalDate today,
        Instant asOf,
        @Nullable Instant seenAt,
        Part overdue,
        Part dueSoon,
        Part meetings,
        Part unanswered,
        Part drafts,
        @JsonProperty("new") Part fresh) {

    /**
     * One part of the page.
     *
     * @param more address of the rest; absent when this is all
     */
    public record Part(
            List<TodayItem> items,

            @Schema(examples = "/v1/caseload/today/overdue?limit=25&cursor=...") @Nullable
            String more) {}
}
