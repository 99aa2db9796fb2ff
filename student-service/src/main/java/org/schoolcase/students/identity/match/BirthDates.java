package org.schoolcase.students.identity.match;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Policy: the slips with which a date is written down twice. */
final class BirthDates {

    private BirthDates() {}

    /** Null when one of them is not known. */
    static @Nullable Reason compare(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return null;
        }
        if (one.equals(other)) {
            return Reason.BIRTH_DATE_EQUAL;
        }
        if (isSwapped(one, other)) {
            return Reason.BIRTH_DATE_DAY_MONTH_SWAPPED;
        }
        return digitsOff(one.toString(), other.toString()) == 1
                ? Reason.BIRTH_DATE_ONE_DIGIT_OFF
                : Reason.BIRTH_DATE_DIFFERENT;
    }

    private static boolean isSwapped(LocalDate one, LocalDate other) {
        return one.getYear() == other.getYear()
                && one.getDayOfMonth() == other.getMonthValue()
                && one.getMonthValue() == other.getDayOfMonth();
    }

    private static int digitsOff(String one, String other) {
        int off = one.length() == other.length() ? 0 : 2;
        for (int i = 0; off < 2 && i < one.length(); i++) {
            off += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return off;
    }
}
