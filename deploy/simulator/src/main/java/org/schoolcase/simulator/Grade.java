package org.schoolcase.simulator;

import java.util.Locale;

/** A grade by its years after kindergarten, 0 to 12. */
record Grade(int years) {

    static final int COUNT = 13;

    /** The code of CEDS, as OneRoster uses it: KG, 01 to 12. */
    String code() {
        return years == 0 ? "KG" : String.format(Locale.ROOT, "%02d", years);
    }

    Level level() {
        if (years <= 5) {
            return Level.ELEMENTARY;
        }
        return years <= 8 ? Level.MIDDLE : Level.HIGH;
    }

    /** Which grades a school has. */
    enum Level {
        ELEMENTARY("Elementary School"),
        MIDDLE("Middle School"),
        HIGH("High School");

        private final String title;

        Level(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
