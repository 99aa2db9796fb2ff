package org.schoolcase.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesThePortThatIsTakenAndWhatItIsFor() throws IOException {
        Ports ports = Ports.free();
        ports.requireFree();
        try (ServerSocket other = new ServerSocket(ports.keycloak(), 1, InetAddress.getLoopbackAddress())) {
            LaunchException refused = assertThrows(LaunchException.class, ports::requireFree);
            assertTrue(
                    String.valueOf(refused.getMessage()).contains(other.getLocalPort() + " (Keycloak)"),
                    refused.getMessage());
        }
    }

    @Test
    void standardPortsAreTheDocumentedOnes() {
        Ports ports = Ports.standard();
        assertEquals(8081, ports.http().get(Service.STUDENT));
        assertEquals(8084, ports.http().get(Service.NOTIFICATION));
        assertEquals(9082, ports.management().get(Service.CASE));
    }
}
