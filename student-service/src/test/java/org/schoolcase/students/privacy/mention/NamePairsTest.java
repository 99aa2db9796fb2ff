package org.schoolcase.students.privacy.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class NamePairsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            argued with Ben Birchtree on Monday         | Ben Birchtree      | Ben Birchtree
            (see Birchtree, Ben)                        | Birchtree Ben      | Birchtree, Ben
            Ben M. Birchtree's mother                   | Ben Birchtree      | Ben M. Birchtree
            with Ana de la Cruz and others              | Ana Cruz           | Ana de la Cruz
            sat by Mary-Jane O’Neill                    | Mary-Jane O’Neill  | Mary-Jane O’Neill
            BEN BIRCHTREE was told                      | BEN BIRCHTREE      | BEN BIRCHTREE
            с Юлией Щербаковой                          | Юлией Щербаковой   | Юлией Щербаковой
            """)
    void findsTwoWordsThatMayBeAName(String text, String words, String span) {
        assertThat(NamePairs.in(text)).anySatisfy(pair -> {
            assertThat(pair.first() + " " + pair.second()).isEqualTo(words);
            assertThat(pair.in(text)).isEqualTo(span);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "argued with a classmate on monday",
                "Ben; Birchtree",
                "Ben and Birchtree",
                "IEP_MEETING",
                "0f4c1d5e-93d7-5c1c-8a57-2c8f0a6f6a11",
                "2026-11-02T10:00:00Z"
            })
    void takesOtherWordsForNone(String text) {
        assertThat(NamePairs.in(text)).isEmpty();
    }

    @Test
    void looksNoFurtherThanThreeWords() {
        assertThat(NamePairs.in("Ana Bea Cleo Dora Eve"))
                .extracting(pair -> pair.first() + pair.second())
                .containsExactly(
                        "AnaBea",
                        "AnaCleo",
                        "AnaDora",
                        "BeaCleo",
                        "BeaDora",
                        "BeaEve",
                        "CleoDora",
                        "CleoEve",
                        "DoraEve");
    }
}
