package org.schoolcase.kit.id;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    /** Name space of domain names, RFC 9562 section 6.6. */
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    /** RFC 9562, appendix A.4. */
    @Test
    void namesAsTheStandardDoes() {
        assertThat(Ids.named(DNS, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void namesManyAsEachAlone() {
        var naming = Ids.naming(DNS);

        assertThat(naming.apply("user:é")).isEqualTo(Ids.named(DNS, "user:é"));
        assertThat(naming.apply("www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    /** Digests of rows are stored: another one would make every record of a district look changed. */
    @Test
    void digestsAsTheJavaLibraryDoes() {
        var digesting = Ids.digesting();

        for (var text : new String[] {"", "false\u0001Olga\u0001\u0002", "Ærø 学校"}) {
            assertThat(digesting.apply(text)).isEqualTo(UUID.nameUUIDFromBytes(text.getBytes(UTF_8)));
        }
    }
}
