package org.schoolcase.cases.intake.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.cases.intake.OpenCase;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.security.CurrentUser;

/** Use case: a person confirms a suggestion, which opens a case, or dismisses it with a reason. */
@ApplicationScoped
class DecideSuggestion {

    sealed interface Outcome {
        record Confirmed(OpenCase.Outcome.Opened opened) implements Outcome {}

        record NotOpened(OpenCase.Outcome why) implements Outcome {}

        record Dismissed(Suggestion suggestion) implements Outcome {}

        record Unknown() implements Outcome {}

        record Decided(Suggestion.Status status) implements Outcome {}
    }

    private final Suggestions suggestions;
    private final OpenCase openCase;
    private final CurrentUser user;
    private final DistrictNow district;
    private final Audit audit;

    DecideSuggestion(
            Suggestions suggestions, OpenCase openCase, CurrentUser user, DistrictNow district, Audit audit) {
        this.suggestions = suggestions;
        this.openCase = openCase;
        this.user = user;
        this.district = district;
        this.audit = audit;
    }

    @Transactional
    Outcome confirm(UUID id, ConfirmationRequest wanted) {
        return suggestions
                .lock(SuggestionReach.of(user), id)
                .map(found -> found.status() == Suggestion.Status.OPEN
                        ? open(found, wanted)
                        : new Outcome.Decided(found.status()))
                .orElseGet(() -> unknown(id));
    }

    @Transactional
    Outcome dismiss(UUID id, DismissalRequest wanted) {
        return suggestions
                .lock(SuggestionReach.of(user), id)
                .map(found -> found.status() == Suggestion.Status.OPEN
                        ? dismiss(found, wanted)
                        : new Outcome.Decided(found.status()))
                .orElseGet(() -> unknown(id));
    }

    private Outcome open(Suggestion found, ConfirmationRequest wanted) {
        var today = district.today();
        var command = new OpenCase.Command(
                found.studentId(), CaseFile.Source.INDICATOR, wanted.reason(), wanted.barriers(), today);
        var outcome = openCase.handle(command);
        if (!(outcome instanceof OpenCase.Outcome.Opened opened)) {
            return new Outcome.NotOpened(outcome);
        }
        suggestions.confirmed(
                found.id(), opened.file().id(), today, user.staffId().orElse(null));
        audit.wrote(AuditEntry.of("intake-suggestion.confirm", "intake-suggestion", found.id())
                .student(found.studentId())
                .fields("status", "decidedOn", "caseId"));
        return new Outcome.Confirmed(opened);
    }

    private Outcome dismiss(Suggestion found, DismissalRequest wanted) {
        suggestions.dismissed(
                found.id(), wanted.reason(), district.today(), user.staffId().orElse(null));
        audit.wrote(AuditEntry.of("intake-suggestion.dismiss", "intake-suggestion", found.id())
                .student(found.studentId())
                .fields("status", "decidedOn", "reason"));
        return new Outcome.Dismissed(
                suggestions.lock(SuggestionReach.of(user), found.id()).orElseThrow());
    }

    private Outcome unknown(UUID id) {
        audit.denied(AuditEntry.of("intake-suggestion.decide", "intake-suggestion", id));
        return new Outcome.Unknown();
    }
}
