package org.schoolcase.students.privacy.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class LettersTest {

    private final Letters letters = new Letters();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Thị Hương Ế Ặ",
                "Łukasz Žižić Ødegård Þórunn Ğül Ñandú Œuvre",
                "Юлия Щербакова Їжак Ђорђе",
                "Αθηνά Παπαδοπούλου",
                "محمد العربي",
                "שרה כהן",
                "Հայկ გიორგი"
            })
    void printsTheseAsTheyAre(String name) {
        assertThat(letters.printable(name)).isEqualTo(new Letters.Printable(name, true));
    }

    @Test
    void writesOthersInLatinLetters() {
        assertThat(letters.printable("王小明")).isEqualTo(new Letters.Printable("wáng xiǎo míng", false));
        assertThat(letters.printable("김민준").text()).isEqualTo("gimminjun");
        assertThat(letters.printable("अनिता").text()).isEqualTo("anitā");
    }

    @Test
    void neverWritesAQuestionMark() {
        assertThat(letters.printable("A\uD83E\uDD96").text()).isEqualTo("A\u25A1");
    }
}
