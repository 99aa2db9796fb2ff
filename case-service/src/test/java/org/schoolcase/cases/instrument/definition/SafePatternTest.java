package org.schoolcase.cases.instrument.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePatternTest {

    @ParameterizedTest
    @ValueSource(strings = {"^20/[1-9][0-9]{1,2}$", "^[0-2][0-9]:[0-5][0-9]$", "^[A-Z]{2}-?\\d+$", "^.*,.*$"})
    void takesAPlainRow(String pattern) {
        assertThat(SafePattern.complaint(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(a|aa)+$",
                "^a*a*a*b$",
                "a+",
                "^a",
                "^a.*b.*c.*d$",
                "^(?=a)a$",
                "^(a)\\1$",
                "^[a-z&&[^b]]$",
                "^a{1,99}{1,99}$",
                "^a++$",
                "^a+?$",
                "^\\p{L}$",
                "^[a$",
                "^a{2,1}$",
                "^\\$",
                "^^$",
                "^$$",
                ""
            })
    void refusesWhatCouldRunLong(String pattern) {
        assertThat(SafePattern.complaint(pattern)).isPresent();
    }

    @Test
    void isDoneSoonWithTheWorstTextItAllows() {
        var pattern = "^[a-z]*[a-y]*x$";
        assertThat(SafePattern.complaint(pattern)).isEmpty();

        Assertions.assertTimeout(Duration.ofSeconds(1), () -> assertThat(Pattern.compile(pattern)
                        .matcher("a".repeat(SafePattern.LONGEST_TEXT))
                        .find())
                .isFalse());
    }
}
