package org.schoolcase.cases.eligibility.rule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A legal category of disability, 34 CFR 300.8(b), (c), with the code under which EDFacts counts it (FS002). */
@Schema(name = "DisabilityCategory")
public enum Category {
    AUTISM("AUT", "Autism", "300.8(c)(1)"),
    DEAF_BLINDNESS("DB", "Deaf-blindness", "300.8(c)(2)"),
    /** EDFacts has no code of its own for it. */
    DEAFNESS("HI", "Deafness", "300.8(c)(3)"),
    EMOTIONAL_DISTURBANCE("EMN", "Emotional disturbance", "300.8(c)(4)"),
    HEARING_IMPAIRMENT("HI", "Hearing impairment", "300.8(c)(5)"),
    INTELLECTUAL_DISABILITY("ID", "Intellectual disability", "300.8(c)(6)"),
    MULTIPLE_DISABILITIES("MD", "Multiple disabilities", "300.8(c)(7)"),
    ORTHOPEDIC_IMPAIRMENT("OI", "Orthopedic impairment", "300.8(c)(8)"),
    OTHER_HEALTH_IMPAIRMENT("OHI", "Other health impairment", "300.8(c)(9)"),
    SPECIFIC_LEARNING_DISABILITY("SLD", "Specific learning disability", "300.8(c)(10)"),
    SPEECH_OR_LANGUAGE_IMPAIRMENT("SLI", "Speech or language impairment", "300.8(c)(11)"),
    TRAUMATIC_BRAIN_INJURY("TBI", "Traumatic brain injury", "300.8(c)(12)"),
    VISUAL_IMPAIRMENT("VI", "Visual impairment", "300.8(c)(13)"),
    /** For ages that the State chooses, see {@link DevelopmentalDelay}. */
    DEVELOPMENTAL_DELAY("DD", "Developmental delay", "300.8(b)");

    private final String reportingCode;
    private final String words;
    private final String section;

    Category(String reportingCode, String words, String section) {
        this.reportingCode = reportingCode;
        this.words = words;
        this.section = section;
    }

    /** EDFacts disability category code. */
    public String reportingCode() {
        return reportingCode;
    }

    public String words() {
        return words;
    }

    /** Where the category is defined. */
    public String citation() {
        return "34 CFR " + section;
    }
}
