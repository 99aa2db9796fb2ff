package org.schoolcase.students.privacy.amendment;

import org.jspecify.annotations.Nullable;

/** The right of which a family must be told at this point, with the section that gives it. */
public record AmendmentNotice(String right, String words, String citation, String confidence) {

    static @Nullable AmendmentNotice of(AmendmentState state) {
        return switch (state) {
            case REFUSED ->
                new AmendmentNotice(
                        "HEARING",
                        "The school refused the amendment. You have a right to a hearing.",
                        "34 CFR 99.20(c), 99.21(a), 300.619",
                        "high");
            case KEPT ->
                new AmendmentNotice(
                        "STATEMENT",
                        "The hearing left the record as it is. You may place a statement with it, which is kept and"
                                + " shown whenever the contested part is shown.",
                        "34 CFR 99.21(b)(2), (c), 300.620",
                        "high");
            case RECEIVED, HEARING_REQUESTED, HEARING_SCHEDULED, AMENDED, WITHDRAWN -> null;
        };
    }
}
