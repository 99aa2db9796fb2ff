package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;

/** The first requests of the README answer what the README shows. */
@ExtendWith(RunningSuite.class)
class ReadmeIT {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void findsTheStudentOfTheReadme(World world) throws IOException {
        var answer = world.api()
                .post(Service.STUDENT, "/v1/students/search", manager(world), Map.of("text", "beatrix pumper"))
                .expect(200)
                .body();

        assertThat(answer).isEqualTo(shown(world, "{\"items\"", ""));
    }

    @Test
    void opensACaseWithTheFieldsOfTheReadme(World world) throws IOException {
        var answer = world.openCase(world.students(1).getFirst()).expect(201).body();

        assertThat(answer.fieldNames())
                .toIterable()
                .startsWith(shown(world, "{\"id\"", ", …")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .toArray(String[]::new));
    }

    @Test
    void refusesAMalformedIdAsInTheReadme(World world) throws IOException {
        var answer = world.api().get(Service.CASE, "/v1/cases/abc", manager(world));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(shown(world, "{\"type\"", ""));
    }

    private static String manager(World world) {
        return world.tokens().person(DemoWorld.MULBERRY, "case-manager");
    }

    /** The answer in the README that begins like this, without what stands for more of it. */
    private JsonNode shown(World world, String begin, String more) throws IOException {
        var text = Files.readString(world.suite().options().root().resolve("README.md"));
        var answer = text.substring(text.indexOf("    " + begin));
        return json.readTree(answer.substring(0, answer.indexOf("\n\n")).replace(more, ""));
    }
}
