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

    /** What came of a confirmation. */
    sealed interface Confirmation {}

    /** What came of a dismissal. */
    sealed interface Dismissal {}

    record Confirmed(OpenCase.Outcome.Opened opened) implements Confirmation {}

    record NotOpened(OpenCase.Outcome why) implements Confirmation {}

    record Dismissed(Suggestion suggestion) implements Dismissal {}

    record Unknown() implements Confirmation, Dismissal {}

    record Decided(Suggestion.Status status) implements Confirmation, Dismissal {}

    private final Suggestions suggestions;
    private final OpenCase openCase;
    private final CurrentUser user;
    private final DistrictNow district;
    private final Audit audit;

    DecideSuggestion(Suggestions suggestions, OpenCase openCase, CurrentUser user, DistrictNow district, Audit audit) {
        this.suggestions = suggestions;
        this.openCase = openCase;
        this.user = user;
        this.district = district;
        this.audit = audit;
    }

    @Transactional
    Confirmation confirm(UUID id, ConfirmationRequest wanted) {
        var found = suggestions.lock(SuggestionReach.of(user), id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        var status = found.get().status();
        return status == Suggestion.Status.OPEN ? open(found.get(), wanted) : new Decided(status);
    }

    @Transactional
    Dismissal dismiss(UUID id, DismissalRequest wanted) {
        var found = suggestions.lock(SuggestionReach.of(user), id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        var status = found.get().status();
        return status == Suggestion.Status.OPEN ? dismiss(found.get(), wanted) : new Decided(status);
    }

    private Confirmation open(Suggestion found, ConfirmationRequest wanted) {
        var today = district.today();
        var command = new OpenCase.Command(
                found.studentId(), CaseFile.Source.INDICATOR, wanted.reason(), wanted.barriers(), today);
        var outcome = openCase.handle(command);
        if (!(outcome instanceof OpenCase.Outcome.Opened opened)) {
            return new NotOpened(outcome);
        }
        suggestions.confirmed(
                found.id(), opened.file().id(), today, user.staffId().orElse(null));
        audit.wrote(AuditEntry.of("intake-suggestion.confirm", "intake-suggestion", found.id())
                .student(found.studentId())
                .fields("status", "decidedOn", "caseId"));
        return new Confirmed(opened);
    }

    private Dismissal dismiss(Suggestion found, DismissalRequest wanted) {
        suggestions.dismissed(
                found.id(), wanted.reason(), district.today(), user.staffId().orElse(null));
        audit.wrote(AuditEntry.of("intake-suggestion.dismiss", "intake-suggestion", found.id())
                .student(found.studentId())
                .fields("status", "decidedOn", "reason"));
        return new Dismissed(
                suggestions.lock(SuggestionReach.of(user), found.id()).orElseThrow());
    }

    private Unknown unknown(UUID id) {
        audit.denied(AuditEntry.of("intake-suggestion.decide", "intake-suggestion", id));
        return new Unknown();
    }
}
