package org.schoolcase.simulator;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One invented student, made of the district's seed and his number alone.
 *
 * @param family number of the household's first child; siblings share it
 * @param plan whether he has an IEP
 * @param absence the chance that he misses a day
 */
record Student(
        int number,
        Grade grade,
        int school,
        int group,
        int family,
        String givenName,
        String familyName,
        Heritage heritage,
        boolean female,
        LocalDate birthDate,
        String language,
        Set<Flag> flags,
        boolean plan,
        double absence) {

    private static final double PLANS = 0.15;
    private static final List<String> LANGUAGES =
            List.of("es", "es", "es", "es", "es", "es", "es", "ar", "zh", "vi", "pt", "ht", "so");

    static Student of(District district, int number) {
        var family = family(number);
        var home = new Dice(district.seed(), "family", family);
        var heritage = Heritage.of(home);
        var familyName = Names.family(home);
        var dice = new Dice(district.seed(), "student", number);
        var grade = district.grade(number);
        var flags = flags(dice, heritage);
        return new Student(
                number,
                grade,
                district.school(number),
                district.group(number),
                family,
                Names.given(dice, heritage),
                familyName,
                heritage,
                dice.happens(0.49),
                birthDate(dice, district.year(), grade),
                flags.contains(Flag.ENGLISH_LEARNER) ? language(dice, heritage) : "en",
                flags,
                !flags.contains(Flag.SECTION_504) && dice.happens(PLANS),
                absence(dice, flags));
    }

    String id() {
        return "student-" + number;
    }

    /** Every fourth student is the younger or older sibling of the one before. */
    static int family(int number) {
        return number % 4 == 3 ? number - 1 : number;
    }

    private static Set<Flag> flags(Dice dice, Heritage heritage) {
        var flags = EnumSet.noneOf(Flag.class);
        for (var flag : Flag.values()) {
            if (dice.happens(flag.shareOf(heritage))) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static String language(Dice dice, Heritage heritage) {
        return heritage == Heritage.HISPANIC ? "es" : dice.pick(LANGUAGES);
    }

    /** Five by the first of September of the year he enters kindergarten. */
    private static LocalDate birthDate(Dice dice, SchoolYear year, Grade grade) {
        return LocalDate.of(year.begins() - 5 - grade.years(), 9, 1).minusDays(dice.below(365));
    }

    /** Most miss one day in thirty, about one in six misses a tenth and more. */
    private static double absence(Dice dice, Set<Flag> flags) {
        var luck = dice.share();
        return 0.03 + 0.12 * luck * luck * luck + (flags.contains(Flag.MCKINNEY_VENTO) ? 0.08 : 0);
    }
}
