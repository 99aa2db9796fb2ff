package org.schoolcase.notifications.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the language of a message: the recipient's, else the district's first, else English. */
public final class Languages {

    /** Languages in which every kind of notification is written. */
    public static final List<String> WRITTEN = List.of("en", "es");

    private Languages() {}

    /** Accepts tags of two or three letters, with or without a region: {@code es}, {@code es-MX}, {@code spa}. */
    public static String choose(@Nullable String preferred, List<String> ofDistrict) {
        return Stream.concat(Stream.ofNullable(preferred), ofDistrict.stream().limit(1))
                .flatMap(tag -> written(tag).stream())
                .findFirst()
                .orElse("en");
    }

    /** The language and customs of the United States, in which dates are written. */
    static Locale locale(String language) {
        return Locale.of(language, "US");
    }

    private static Optional<String> written(String tag) {
        var primary = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return WRITTEN.stream()
                .filter(language -> primary.equals(language)
                        || primary.equals(Locale.of(language).getISO3Language()))
                .findFirst();
    }
}
