package org.schoolcase.cases.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.cases.instrument.definition.ProtectedTopic;
import org.schoolcase.cases.instrument.definition.Purpose;

/**
 * One version of an instrument as the API shows it.
 *
 * @param consent for each purpose, whether consent must be in force before it is used
 * @param pupilRights where it touches protected topics: what is owed to families, and by which law
 */
public record InstrumentView(
        String key,
        int version,
        String state,
        String source,
        InstrumentKind kind,

        @Schema(description = "In each of the definition's languages", implementation = Object.class)
        JsonNode title,

        boolean protectedTest,
        Set<ProtectedTopic> protectedTopics,
        List<ConsentNeed> consent,
        @Nullable PupilRights pupilRights,
        @Nullable Instant publishedAt,

        @Schema(description = "Schema, layout, scoring (docs/instruments.md)", implementation = Object.class)
        JsonNode definition) {

    /** Whether a purpose needs consent, and where that stands. */
    @Schema(name = "InstrumentConsentNeed")
    public record ConsentNeed(Purpose purpose, boolean needed, String citation) {

        static ConsentNeed of(Instrument instrument, Purpose purpose) {
            var needed = instrument.definition().needsConsentFor(purpose);
            var citation =
                    switch (purpose) {
                        case EVALUATION -> "34 CFR 300.300(a)(1), 300.300(c)(1)";
                        case INSTRUCTION -> needed ? "34 CFR 300.300(a)(1)" : "34 CFR 300.302";
                        case INTAKE -> needed ? "34 CFR 300.300(a)(1)" : "34 CFR 300.300(d)(1)";
                    };
            return new ConsentNeed(purpose, needed, citation);
        }
    }

    /** What is owed before a student answers on protected topics. */
    @Schema(name = "PupilRightsOwed")
    public record PupilRights(String need, String citation) {

        static final PupilRights OWED = new PupilRights(
                "Where students have to take part and the programme is federally funded, prior written consent of a parent; "
                        + "else notice and the chance to opt out. Either is recorded with the assessment.",
                "20 USC 1232h; 34 CFR part 98");
    }

    static InstrumentView of(Instrument instrument) {
        var definition = instrument.definition();
        return new InstrumentView(
                instrument.key(),
                instrument.version(),
                instrument.state().name(),
                instrument.source().name(),
                definition.kind(),
                definition.title(),
                definition.isProtectedTest(),
                definition.protectedTopics(),
                Arrays.stream(Purpose.values())
                        .map(purpose -> ConsentNeed.of(instrument, purpose))
                        .toList(),
                definition.protectedTopics().isEmpty() ? null : PupilRights.OWED,
                instrument.publishedAt(),
                definition.tree());
    }
}
