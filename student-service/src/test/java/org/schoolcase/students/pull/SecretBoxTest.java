package org.schoolcase.students.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Secrets open with their own key for their own source only; and which addresses are public. */
class SecretBoxTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);

    private static String key(int filler) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) filler);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static SecretBox box(String... keys) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(PullConfig.class)
                .withDefaultValue("schoolcase.roster-pull.keys", String.join(",", keys))
                .withSources(new PropertiesConfigSource(Map.of(), "none", 0))
                .addDiscoveredConverters()
                .build();
        return new SecretBox(config.getConfigMapping(PullConfig.class));
    }

    @Test
    void opensWhatItClosedAlsoAfterAChangeOfKeys() {
        var owner = UUID.randomUUID();
        var closed = box(OLD).seal(owner, "wörd");
        assertThat(box(NEW, OLD).open(owner, closed)).isEqualTo("wörd");
        assertThat(box(OLD).seal(owner, "wörd")).isNotEqualTo(closed);
        assertThatThrownBy(() -> box(NEW).open(owner, closed)).isInstanceOf(PullFailure.class);
        assertThatThrownBy(() -> box(OLD).open(UUID.randomUUID(), closed)).isInstanceOf(PullFailure.class);
        closed[20] ^= 1;
        assertThatThrownBy(() -> box(OLD).open(owner, closed)).isInstanceOf(PullFailure.class);
    }

    @Test
    void knowsPublicAddresses() throws UnknownHostException {
        for (var address : List.of("8.8.8.8", "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c")) {
            assertThat(AddressGuard.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
        for (var address : List.of(
                "127.0.0.1",
                "10.0.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.1.1",
                "100.127.0.1",
                "0.1.2.3",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fc00::1",
                "fe80::1",
                "ff02::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2001::1",
                "64:ff9b::1")) {
            assertThat(AddressGuard.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
    }
}
