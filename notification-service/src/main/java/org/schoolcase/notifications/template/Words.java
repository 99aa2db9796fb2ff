package org.schoolcase.notifications.template;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values a template may use. Each is one clean line, so that no value can start a header or a paragraph. */
public record Words(
        String recipient,
        String firstName,
        String initials,
        String agency,
        String district,
        LocalDate occurredOn,
        @Nullable LocalDate dueOn) {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");
    private static final int LONGEST = 200;

    public Words {
        recipient = line(recipient);
        firstName = line(firstName);
        initials = line(initials);
        agency = line(agency);
        district = line(district);
    }

    /** Invented values, for previews and for the check of all templates at start. */
    static Words sample(String district) {
        return new Words(
                "Rosa",
                "Mateo",
                "M. G.",
                "Harbor Family Counseling",
                district,
                LocalDate.of(2026, 9, 14),
                LocalDate.of(2026, 11, 13));
    }

    private static String line(String value) {
        var clean = BREAKS.matcher(value).replaceAll(" ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, clean.offsetByCodePoints(0, LONGEST / 2));
    }
}
