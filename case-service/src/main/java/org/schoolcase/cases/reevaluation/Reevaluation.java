package org.schoolcase.cases.reevaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casedeadline.DeadlineView;

/**
 * When a student is to be evaluated again, and what was said about it.
 *
 * @param notBefore first day without an agreement (34 CFR 300.303(b)(1)); absent before the first report
 * @param latest the running three-year deadline (34 CFR 300.303(b)(2)); absent for a student who is not eligible
 */
public record Reevaluation(
        @Nullable LocalDate notBefore,
        @Nullable String notBeforeCitation,
        @Nullable DeadlineView latest,
        List<Request> requests,
        List<Waiver> waivers) {

    /** Who asks. */
    @Schema(name = "ReevaluationRequester")
    public enum Requester {
        PARENT,
        TEACHER,
        AGENCY
    }

    /** A request for a reevaluation (34 CFR 300.303(a)). */
    @Schema(name = "AskedReevaluation")
    public record Request(UUID id, Requester requestedBy, UUID personId, LocalDate requestedOn, String reason) {}

    /** A written agreement of parent and agency that a reevaluation is unnecessary (34 CFR 300.303(b)(2)). */
    @Schema(name = "ReevaluationWaiver")
    public record Waiver(UUID id, UUID guardianId, UUID staffId, LocalDate agreedOn, String reason) {}
}
