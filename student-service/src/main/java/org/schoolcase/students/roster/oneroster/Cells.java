package org.schoolcase.students.roster.oneroster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms that cells may have (OneRoster CSV Binding 1.2.1, section 2). */
final class Cells {

    static final int MAX_TEXT = 2_000;
    private static final int MAX_GUID = 255;

    private Cells() {}

    /** {@code [0-9A-Za-z.\-_/@]}, 1 to 255 characters. */
    static boolean isGuid(String cell) {
        if (cell.isEmpty() || cell.length() > MAX_GUID) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            if (!isGuidCharacter(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGuidCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ".-_/@".indexOf(c) >= 0;
    }

    static boolean areGuids(String cell) {
        return Arrays.stream(cell.split(",", -1)).map(String::trim).allMatch(Cells::isGuid);
    }

    static boolean isDate(String cell) {
        if (cell.length() != 10 || cell.charAt(4) != '-' || cell.charAt(7) != '-') {
            return false;
        }
        int year = digits(cell, 0, 4);
        int month = digits(cell, 5, 7);
        int day = digits(cell, 8, 10);
        return year > 0 && exists(year, month, day);
    }

    private static boolean exists(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return false;
        }
        return day <= 28 || day <= LocalDate.of(year, month, 1).lengthOfMonth();
    }

    private static int digits(String cell, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = cell.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    static boolean isDateTime(String cell) {
        if (cell.length() < 20 || cell.length() > 30 || !isDate(cell.substring(0, 10))) {
            return false;
        }
        try {
            Instant.parse(cell);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isYear(String cell) {
        return cell.length() == 4 && digits(cell, 0, 4) > 0;
    }

    /** The year in which a school year like {@code 2026-2027} or {@code 2026-27} ends, which is what the standard asks for. */
    static @Nullable String endingYear(String cell) {
        int dash = cell.indexOf('-');
        if (dash != 4 || !isYear(cell.substring(0, 4))) {
            return null;
        }
        var end = cell.substring(5);
        var full = end.length() == 2 ? cell.substring(0, 2) + end : end;
        return isYear(full) ? full : null;
    }

    static boolean isExtension(String cell) {
        return cell.startsWith("ext:") && cell.length() > 4 && isGuid(cell.substring(4));
    }

    /** Grades of CEDS have two digits; {@code 9} is understood as {@code 09}. */
    static String grades(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .map(String::trim)
                .map(grade -> grade.length() == 1 && Character.isDigit(grade.charAt(0)) ? "0" + grade : grade)
                .collect(Collectors.joining(","));
    }
}
