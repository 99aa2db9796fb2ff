package org.schoolcase.cases.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest;
import org.schoolcase.cases.eligibility.rule.DevelopmentalDelay;
import org.schoolcase.cases.eligibility.rule.EligibilityRules;
import org.schoolcase.cases.eligibility.rule.Refusal;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Holds a determination against the rules, the evaluation it rests on, and what is known of the student. */
@ApplicationScoped
class DeterminationCheck {

    private static final String BIRTH_DATE =
            "SELECT birth_date FROM student_profile WHERE id = ? AND birth_date IS NOT NULL";

    private final Casework casework;
    private final DistrictNow district;
    private final Rows rows;

    DeterminationCheck(Casework casework, DistrictNow district, Rows rows) {
        this.casework = casework;
        this.district = district;
        this.rows = rows;
    }

    /**
     * Refuses what cannot stand, with everything that is wrong.
     *
     * @param at JSON Pointer of the determination in the request
     */
    void require(DeterminationRequest request, Evaluation evaluation, CaseFile file, String at) {
        casework.requireOrder(at + "/decidedOn", request.decidedOn(), evaluation.lastDate(), "the report");
        requireParents(request, file, at);
        var ages = DevelopmentalDelay.in(district.jurisdiction());
        var refusals = EligibilityRules.check(request, birthDate(file).orElse(null), ages);
        if (!refusals.isEmpty()) {
            throw problem(refusals, at);
        }
    }

    private void requireParents(DeterminationRequest request, CaseFile file, String at) {
        for (int i = 0; i < request.team().size(); i++) {
            UUID guardian = request.team().get(i).guardianId();
            if (guardian != null) {
                casework.requireParent(guardian, file, "%s/team/%d/guardianId".formatted(at, i));
            }
        }
    }

    private Optional<LocalDate> birthDate(CaseFile file) {
        return rows.first(Query.of(BIRTH_DATE, file.studentId()), row -> row.getObject(1, LocalDate.class));
    }

    private static ProblemException problem(List<Refusal> refusals, String at) {
        var first = refusals.getFirst();
        var problem =
                ProblemException.unprocessable(first.code(), first.detail()).citing(first.citation());
        for (var refusal : refusals) {
            problem =
                    problem.field(at + refusal.pointer(), refusal.code(), refusal.detail() + " " + refusal.citation());
        }
        return problem;
    }
}
