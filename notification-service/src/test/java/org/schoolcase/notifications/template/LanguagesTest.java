package org.schoolcase.notifications.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "ES", "es-MX", "es_US", "spa"})
    void takesTheFamilysLanguageFirst(String preferred) {
        assertThat(Languages.choose(preferred, List.of("en"))).isEqualTo("es");
    }

    @Test
    void fallsBackToTheDistrictsFirstLanguageThenToEnglish() {
        assertThat(Languages.choose("vi", List.of("es", "en"))).isEqualTo("es");
        assertThat(Languages.choose(null, List.of("es"))).isEqualTo("es");
        assertThat(Languages.choose("vi", List.of("nv", "es"))).isEqualTo("en");
        assertThat(Languages.choose(" ", List.of())).isEqualTo("en");
    }
}
