package org.schoolcase.cases.communication;

import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;

/** What is wrong with a told contact, and in which field. */
record Fault(
        String code,
        String pointer,
        String detail,
        @Nullable String citation) {

    Fault(String code, String pointer, String detail) {
        this(code, pointer, detail, null);
    }

    Fault citing(String section) {
        return new Fault(code, pointer, detail, section);
    }

    /** The same in an entry that lies deeper in the body. */
    Fault below(String parent) {
        return new Fault(code, parent + pointer, detail, citation);
    }

    ProblemException toProblem() {
        var problem = ProblemException.unprocessable(code, detail).field(pointer, code, detail);
        return citation == null ? problem : problem.citing(citation);
    }
}
