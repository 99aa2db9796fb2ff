package org.schoolcase.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void leavesAFolderAloneThatNoRunMade() throws IOException {
        Path foreign = Files.writeString(temp.resolve("thesis.txt"), "ten years of work");

        assertThrows(LaunchException.class, () -> StateFolder.delete(temp));
        assertThrows(LaunchException.class, () -> StateFolder.open(temp));

        assertEquals("ten years of work", Files.readString(foreign));
    }

    @Test
    void deletesWhatARunLeftAndNothingBehindALink() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Path kept = Files.writeString(outside.resolve("kept"), "kept");
        Path state = temp.resolve("state");
        StateFolder.open(state).close();
        Files.writeString(state.resolve("logs/old.log"), "old");
        Files.createSymbolicLink(state.resolve("link"), outside);

        StateFolder.delete(state);

        assertFalse(Files.exists(state));
        assertTrue(Files.exists(kept));
    }

    @Test
    void isUsedByOneRunAtATime() {
        Path state = temp.resolve("state");
        try (StateFolder first = StateFolder.open(state)) {
            LaunchException refused = assertThrows(LaunchException.class, () -> StateFolder.open(first.path()));
            assertTrue(String.valueOf(refused.getMessage()).contains("another run"), refused.getMessage());
        }
        StateFolder.open(state).close();
    }

    @Test
    void keepsSecretsForTheirOwnerOnly() throws IOException {
        String first = Secrets.in(temp).get("database.case.app");

        assertEquals(first, Secrets.in(temp).get("database.case.app"));
        assertTrue(first.length() >= 43, "256 bits in Base64");
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(temp.resolve("secrets.properties"))));
    }
}
