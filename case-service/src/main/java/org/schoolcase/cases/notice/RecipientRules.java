package org.schoolcase.cases.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.studentprofile.StudentProfiles;
import org.schoolcase.kit.problem.ProblemException;

/**
 * Policy: what law has given to the parents goes to those who hold the educational rights, in a language that they understand
 * (34 CFR 300.503(c)). Once the rights passed to the adult student, it goes to him and to the parents from whom they
 * passed (300.520(a)(1)(i)).
 */
@ApplicationScoped
public class RecipientRules {

    /**
     * What is given.
     *
     * @param code what the codes of its problems begin with
     * @param word how it is called in a sentence
     * @param recipientLaw who receives it
     * @param languageLaw in which language
     */
    public record Paper(String code, String word, String recipientLaw, String languageLaw) {}

    /**
     * How it was given.
     *
     * @param toStudent to the adult student who holds the rights
     * @param on the day on which the recipients must have held them
     * @param languageNote how it was translated, or why it was not
     */
    public record Given(
            List<UUID> guardianIds,
            boolean toStudent,
            LocalDate on,
            String language,
            @Nullable String languageNote) {

        private boolean isLanguageExplained() {
            return languageNote != null && !languageNote.isBlank();
        }
    }

    private final StudentProfiles profiles;

    RecipientRules(StudentProfiles profiles) {
        this.profiles = profiles;
    }

    /** Refuses with {@code <code>.recipient-without-rights} or {@code <code>.language-unexplained} (422). */
    public void require(Paper paper, UUID studentId, Given given) {
        requireRecipients(paper, studentId, given);
        requireLanguage(paper, studentId, given);
    }

    private void requireRecipients(Paper paper, UUID studentId, Given given) {
        if (given.guardianIds().isEmpty() && !given.toStudent()) {
            throw withoutRights(paper, "/guardianIds", "It is given to those who hold the rights; name at least one.");
        }
        int place = 0;
        for (var guardian : given.guardianIds()) {
            requireParent(paper, guardian, studentId, given.on(), "/guardianIds/" + place++);
        }
        if (given.toStudent()) {
            requireRights(paper, null, studentId, given.on(), "/toStudent");
        }
    }

    private void requireParent(Paper paper, UUID guardian, UUID studentId, LocalDate on, String pointer) {
        if (!profiles.passedOnRights(guardian, studentId, on)) {
            requireRights(paper, guardian, studentId, on, pointer);
        }
    }

    private void requireRights(Paper paper, @Nullable UUID guardian, UUID studentId, LocalDate on, String pointer) {
        if (!profiles.heldRights(guardian, studentId, on)) {
            throw withoutRights(paper, pointer, "Held no educational rights for this student on " + on + ".");
        }
    }

    private void requireLanguage(Paper paper, UUID studentId, Given given) {
        if (!given.isLanguageExplained() && !profiles.understandAll(given.guardianIds(), studentId, given.language())) {
            throw ProblemException.unprocessable(
                            paper.code() + ".language-unexplained",
                            "A recipient's language is another: say how the %s was translated, or why that was not feasible."
                                    .formatted(paper.word()))
                    .field(
                            "/languageNote",
                            "missing",
                            "Required where the %s is not in a recipient's language.".formatted(paper.word()))
                    .citing(paper.languageLaw());
        }
    }

    private static ProblemException withoutRights(Paper paper, String pointer, String detail) {
        return ProblemException.unprocessable(paper.code() + ".recipient-without-rights", detail)
                .field(pointer, "no-educational-rights", detail)
                .citing(paper.recipientLaw());
    }
}
