package org.schoolcase.cases.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.cases.instrument.definition.ProtectedTopic;

/** An instrument in a list: of its newest published version, or of its draft while there is none. */
public record InstrumentLine(
        String key,
        int version,
        String state,
        String source,
        InstrumentKind kind,

        @Schema(description = "In each of the definition's languages", implementation = Object.class)
        JsonNode title,

        boolean protectedTest,
        Set<ProtectedTopic> protectedTopics) {

    static InstrumentLine of(Instrument instrument) {
        return new InstrumentLine(
                instrument.key(),
                instrument.version(),
                instrument.state().name(),
                instrument.source().name(),
                instrument.definition().kind(),
                instrument.definition().title(),
                instrument.definition().isProtectedTest(),
                instrument.definition().protectedTopics());
    }
}
