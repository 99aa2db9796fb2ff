package org.schoolcase.cases.instrument;

import java.util.List;
import org.schoolcase.cases.instrument.definition.Fault;
import org.schoolcase.kit.problem.ProblemException;

/** The refusals that writing definitions shares. */
final class InstrumentProblems {

    private InstrumentProblems() {}

    static ProblemException invalid(List<Fault> faults) {
        var problem = ProblemException.unprocessable(
                "instrument.definition-invalid", "The definition cannot be used; see docs/instruments.md.");
        for (var fault : faults) {
            problem = problem.field("/definition" + fault.pointer(), fault.code(), fault.detail());
        }
        return problem;
    }

    static ProblemException ofLibrary() {
        return ProblemException.conflict(
                "instrument.of-library",
                "This instrument comes with the software; copy its definition under a key of your own.");
    }

    static ProblemException draftOpen() {
        return ProblemException.conflict(
                "instrument.draft-open", "A draft of this instrument is open; change or publish that one.");
    }

    static ProblemException published() {
        return ProblemException.conflict(
                "instrument.version-published", "A published version never changes; draft the next one.");
    }
}
