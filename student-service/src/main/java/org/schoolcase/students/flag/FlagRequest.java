package org.schoolcase.students.flag;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.students.timeline.Entry;
import org.schoolcase.students.timeline.Period;

/** A status of a student with its days; night residence and unaccompanied only of McKinney-Vento. */
public record FlagRequest(
        @NotNull FlagKind kind,
        @NotNull FlagSource source,
        @Nullable NightResidence nightResidence,
        @Nullable Boolean unaccompanied,
        @NotNull LocalDate beginsOn,
        @Nullable LocalDate endsOn,

        @Nullable @Size(min = 1, max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reason,

        @Nullable UUID corrects) {

    /** Refuses a residence of who is not homeless, and homelessness without one. */
    void requireConsistent() {
        var homeless = kind == FlagKind.MCKINNEY_VENTO;
        if (homeless && nightResidence == null) {
            throw ProblemException.unprocessable(
                            "flag.residence-missing", "McKinney-Vento is recorded with the night residence.")
                    .field("/nightResidence", "required", "Needed with MCKINNEY_VENTO.")
                    .citing("42 USC 11434a(2)");
        }
        if (!homeless && (nightResidence != null || unaccompanied != null)) {
            throw ProblemException.unprocessable(
                            "flag.residence-misplaced", "Night residence and unaccompanied are of McKinney-Vento only.")
                    .field("/nightResidence", "flag.residence-misplaced", "Leave it out.");
        }
    }

    Entry entry(UUID studentId) {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("kind", kind.name());
        details.put("source", source.name());
        details.put("night_residence", nightResidence == null ? null : nightResidence.name());
        details.put("unaccompanied", unaccompanied);
        return new Entry(studentId, new Period(beginsOn, endsOn), details, reason, corrects);
    }
}
