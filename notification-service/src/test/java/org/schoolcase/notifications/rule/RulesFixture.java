package org.schoolcase.notifications.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Rules for plain tests of other features. */
public final class RulesFixture {

    private RulesFixture() {}

    /** The rules of {@code notification-rules.json}. */
    public static Rules shipped() {
        return new Rules(new ObjectMapper());
    }

    public static Rules of(Rule... rules) {
        return new Rules(List.of(rules));
    }
}
