package org.schoolcase.cases.casedeadline.whatif;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casedeadline.CountingGround;
import org.schoolcase.cases.casedeadline.CountingGround.KnownCase;
import org.schoolcase.cases.casedeadline.whatif.WhatIfView.StepView;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.cases.deadline.Answer;
import org.schoolcase.cases.deadline.Answer.NotComputed;
import org.schoolcase.cases.deadline.DeadlineEngine;
import org.schoolcase.cases.deadline.Facts;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;

/** Use case: what would be due under other facts, another calendar or another law; nothing is written but the audit. */
@ApplicationScoped
class AskWhatIf {

    sealed interface Outcome {
        record Told(WhatIfView view) implements Outcome {}

        record UnknownJurisdiction(String jurisdiction) implements Outcome {}

        record WrongYear(int index) implements Outcome {}
    }

    private final CaseAccess access;
    private final CountingGround ground;
    private final DeadlineEngine engine;
    private final Audit audit;

    AskWhatIf(CaseAccess access, CountingGround ground, DeadlineEngine engine, Audit audit) {
        this.access = access;
        this.ground = ground;
        this.engine = engine;
        this.audit = audit;
    }

    @Transactional
    Outcome handle(WhatIfRequest request) {
        var jurisdiction = Objects.requireNonNullElse(request.jurisdiction(), ground.jurisdiction());
        if (!engine.knows(jurisdiction)) {
            return new Outcome.UnknownJurisdiction(jurisdiction);
        }
        var supposed = new Supposition(request);
        var wrong = supposed.wrongYear();
        if (wrong != null) {
            return new Outcome.WrongYear(wrong);
        }
        return new Outcome.Told(new WhatIfView(jurisdiction, steps(request, jurisdiction, supposed)));
    }

    private List<StepView> steps(WhatIfRequest request, String jurisdiction, Supposition supposed) {
        var known = known(request);
        var facts = supposed.over(known == null ? Facts.NONE : known.facts());
        var elsewhere = !jurisdiction.equals(ground.jurisdiction());
        var under = supposed.over(known == null ? ground.ofDistrict() : known.ground(), elsewhere);
        var asked = request.steps() == null ? List.<Step>of() : request.steps();
        var views = new ArrayList<StepView>();
        for (var step : asked.isEmpty() ? Arrays.asList(Step.values()) : asked) {
            var then = engine.compute(jurisdiction, step, facts, under);
            var now = known == null ? null : engine.compute(known.jurisdiction(), step, known.facts(), known.ground());
            if (!asked.isEmpty() || says(then) || says(now)) {
                views.add(view(step, now == null ? null : AnswerView.of(now), AnswerView.of(then)));
            }
        }
        return views;
    }

    private static boolean says(@Nullable Answer answer) {
        return answer != null && !(answer instanceof NotComputed);
    }

    private @Nullable KnownCase known(WhatIfRequest request) {
        if (request.caseId() == null) {
            return null;
        }
        var file = access.toRead(request.caseId(), Reach.READ);
        audit.showed(AuditEntry.of("deadline.what-if", "case", file.id()).student(file.studentId()));
        return ground.ofCase(file.id());
    }

    private static StepView view(Step step, @Nullable AnswerView now, AnswerView then) {
        var before = now == null ? null : now.dueOn();
        var after = then.dueOn();
        return new StepView(
                step,
                now,
                then,
                now != null && !Objects.equals(before, after),
                before == null || after == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(before, after)));
    }
}
