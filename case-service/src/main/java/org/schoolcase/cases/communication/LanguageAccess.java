package org.schoolcase.cases.communication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Policy: a guardian is addressed in his language or through an interpreter, or the entry says why not (34 CFR 300.322(e), 300.503(c)). */
final class LanguageAccess {

    private static final String CITATION = "34 CFR 300.322(e), 300.503(c)";

    private LanguageAccess() {}

    static Optional<Fault> fault(CommunicationRequest told, @Nullable String guardianLanguage) {
        if (told.interpreter() != null && told.languageReason() != null) {
            return Optional.of(new Fault(
                    "communication.interpreter-ambiguous",
                    "/languageReason",
                    "Either somebody interpreted, or there is a reason why nobody did."));
        }
        if (guardianLanguage == null
                || !told.speaksToSomebody()
                || told.interpreter() != null
                || told.languageReason() != null
                || isSame(told.language(), guardianLanguage)) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                        "communication.interpreter-missing",
                        "/interpreter",
                        "The guardian's language is another: name the interpreter, or the languageReason for none.")
                .citing(CITATION));
    }

    static List<Communication.Warning> warnings(
            Contact.Purpose purpose,
            Contact.@Nullable Interpreter interpreter,
            Contact.@Nullable LanguageReason reason,
            Contact.@Nullable Translation translation) {
        var warnings = new ArrayList<Communication.Warning>();
        if (reason != null && reason.isTheDistrictsLack()) {
            warnings.add(new Communication.Warning(
                    "language-access.missing", "The guardian was not addressed in his language.", CITATION));
        }
        if (interpreter != null && interpreter.qualification() == null) {
            warnings.add(new Communication.Warning(
                    "interpreter.qualification-unknown", "It is not said by what the interpreter is able.", CITATION));
        }
        if (purpose == Contact.Purpose.NOTICE && interpreter != null && translation == null) {
            warnings.add(new Communication.Warning(
                    "translation.evidence-missing",
                    "A notice that is translated other than in writing needs evidence of that in writing.",
                    "34 CFR 300.503(c)(2)(iii)"));
        }
        if (translation != null && !translation.understood()) {
            warnings.add(new Communication.Warning(
                    "translation.not-understood",
                    "The parent has to understand the content of the notice.",
                    "34 CFR 300.503(c)(2)(ii)"));
        }
        return List.copyOf(warnings);
    }

    /** es-MX is understood by who speaks es. */
    private static boolean isSame(String used, String wanted) {
        return primary(used).equals(primary(wanted));
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
