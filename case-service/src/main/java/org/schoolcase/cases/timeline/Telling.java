package org.schoolcase.cases.timeline;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.happening.Kind;

/** Tells what happened in one language, and no more than the reader may know. */
final class Telling {

    private static final List<String> LANGUAGES = List.of("en", "es");
    private static final String SEALED_ENGLISH = "Something that is sealed";
    private static final String SEALED_SPANISH = "Algo que está sellado";

    private final String language;

    private Telling(String language) {
        this.language = language;
    }

    /** In the language that was asked for, else the first known one of {@code Accept-Language}, else English. */
    static Telling in(@Nullable String asked, @Nullable String accepted) {
        return new Telling(asked != null ? asked : known(accepted));
    }

    private static String known(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return "en";
        }
        try {
            var found = Locale.lookupTag(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return found == null ? "en" : found;
        } catch (IllegalArgumentException _) {
            return "en"; // RFC 9110, 12.5.4: what cannot be understood is passed over
        }
    }

    TimelineEntry entry(Timeline.Row row) {
        return row.hidden() ? sealed(row) : open(row);
    }

    private TimelineEntry sealed(Timeline.Row row) {
        var words = language.equals("es") ? SEALED_SPANISH : SEALED_ENGLISH;
        return new TimelineEntry(
                row.id(), row.caseId(), null, words, row.on(), row.recordedAt(), null, true, null, null, null);
    }

    private TimelineEntry open(Timeline.Row row) {
        return new TimelineEntry(
                row.id(),
                row.caseId(),
                row.kind().name(),
                row.kind().words(language),
                row.on(),
                row.recordedAt(),
                row.actorRole(),
                row.sealed(),
                row.asFamily() ? null : subject(row.kind(), row.caseId(), row.subjectId()),
                row.corrects(),
                row.supersededBy());
    }

    private static TimelineEntry.Subject subject(Kind kind, UUID caseId, UUID id) {
        var file = "/v1/cases/" + caseId;
        if (kind == Kind.COMMUNICATION_LOGGED) {
            return new TimelineEntry.Subject(id, file + "/communications/" + id);
        }
        if (id.equals(caseId)) {
            return new TimelineEntry.Subject(id, file);
        }
        return new TimelineEntry.Subject(id, kind.name().contains("CONSENT") ? file + "/consents" : null);
    }
}
