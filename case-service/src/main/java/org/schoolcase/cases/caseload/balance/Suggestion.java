package org.schoolcase.cases.caseload.balance;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One case that another could carry, and why. Nothing moves by it: a person hands the case over.
 *
 * @param weight of the case; 1 where the district sets no weights
 * @param fromLoad what the one carries now and after the suggestions before this one
 * @param toLoad what the other carries then
 */
public record Suggestion(
        UUID caseId,
        UUID studentId,
        UUID fromStaffId,
        UUID toStaffId,
        BigDecimal weight,
        BigDecimal fromLoad,
        BigDecimal toLoad,
        List<Reason> reasons) {

    /** One reason, as a code and in words. */
    public record Reason(Code code, String text) {}

    /** Why a suggestion is made. */
    @Schema(description = "Why a suggestion is made")
    public enum Code {
        OVER_CAP,
        CARRIES_MORE,
        SAME_SCHOOL,
        WHOLE_DISTRICT,
        ROOM_UNDER_CAP,
        NOTHING_DUE_SOON,
        DUE_SOON
    }
}
