package org.schoolcase.students.indicator.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a cell is read.
 *
 * @param fault code of the finding where it cannot be
 * @param reader the value, null where the cell is none
 */
record Cell(String fault, Function<String, @Nullable Object> reader) {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,100}");
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}]*");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
    private static final int LONGEST_NUMBER = 16;

    @Nullable
    Object read(String text) {
        return reader.apply(text);
    }

    static Cell key() {
        return new Cell("cell.not-a-key", text -> KEY.matcher(text).matches() ? text : null);
    }

    static Cell text(int longest) {
        return new Cell(
                "cell.not-a-text",
                text -> text.length() <= longest && PLAIN.matcher(text).matches() ? text : null);
    }

    static Cell date() {
        return new Cell("cell.not-a-date", Cell::date);
    }

    private static @Nullable Object date(String text) {
        try {
            var date = LocalDate.parse(text);
            return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static <E extends Enum<E>> Cell code(Class<E> codes) {
        var names = Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList();
        return new Cell("cell.unknown-code", text -> known(names, text));
    }

    private static @Nullable Object known(List<String> names, String text) {
        var name = text.toUpperCase(Locale.ROOT);
        return names.contains(name) ? name : null;
    }

    static Cell number(String lowest, String highest, int digits) {
        var least = new BigDecimal(lowest);
        var most = new BigDecimal(highest);
        return new Cell("cell.not-a-number", text -> number(text, least, most, digits));
    }

    private static @Nullable Object number(String text, BigDecimal least, BigDecimal most, int digits) {
        try {
            var number = text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
            return number == null
                            || number.scale() > digits
                            || number.compareTo(least) < 0
                            || number.compareTo(most) > 0
                    ? null
                    : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static Cell flag() {
        return new Cell("cell.not-a-flag", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> null;
        });
    }
}
