package org.schoolcase.students.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.students.pull.StubSis.Answer;

/** A request goes to the address that was checked for it, whatever the name leads to before or after. */
class WireTest {

    private static final String NAMED = "sis.sample.example";

    private final Vertx vertx = Vertx.vertx();
    private final StubSis sis = new StubSis();

    @AfterEach
    void end() {
        sis.close();
        vertx.close();
    }

    @Test
    void connectsToTheCheckedAddressWithoutAskingForTheNameAgain() {
        sis.on("orgs", query -> Answer.ok("{}"));
        var names = new ArrayDeque<>(List.of(List.of("127.0.0.1")));
        var wire = wire(names, NAMED);

        assertThat(wire.get(URI.create(sis.base().replace("127.0.0.1", NAMED) + "/orgs"), Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(names).isEmpty();
    }

    @Test
    void checksEachRequestSoThatANameThatIsLedInsideLaterLeadsNowhere() {
        var names = new ArrayDeque<>(List.of(List.of("127.0.0.1"), List.of("8.8.8.8", "10.0.0.1")));
        var wire = wire(names, "another.example");
        var inside = URI.create(sis.base().replace("127.0.0.1", NAMED).replace("http:", "https:") + "/orgs");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> wire.get(inside, Map.of()))
                    .isInstanceOfSatisfying(PullFailure.class, failure -> assertThat(failure.code())
                            .isEqualTo("address.refused"));
        }
        assertThat(names).isEmpty();
        assertThat(sis.requests).isEmpty();
    }

    private Wire wire(Deque<List<String>> answers, String allowed) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(PullConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of("schoolcase.roster-pull.allowed-private-hosts", allowed), "test", 100))
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(PullConfig.class);
        return new Wire(vertx, new AddressGuard(config, host -> addresses(answers.removeFirst())), config);
    }

    private static InetAddress[] addresses(List<String> numbers) throws UnknownHostException {
        var found = new InetAddress[numbers.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(numbers.get(i));
        }
        return found;
    }
}
