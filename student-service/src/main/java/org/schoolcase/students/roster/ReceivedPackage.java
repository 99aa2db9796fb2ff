package org.schoolcase.students.roster;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.schoolcase.students.roster.oneroster.Manifest;

/**
 * A package that was received and checked. As JSON it is its digest and what is wished, by which a repeated request is
 * known again.
 *
 * @param rows rows of each file
 * @param ignoredFiles files that are not imported
 */
record ReceivedPackage(
        UUID importId,
        ImportWish wish,
        Path file,
        long bytes,
        String sha256,
        Manifest manifest,
        Map<String, Long> rows,
        Set<String> ignoredFiles) {

    @JsonValue
    String fingerprint() {
        return sha256 + ' ' + wish;
    }

    /** Rows of the files that are not imported. */
    Map<String, Long> ignored() {
        var ignored = new TreeMap<>(rows);
        ignored.keySet().retainAll(ignoredFiles);
        return ignored;
    }
}
