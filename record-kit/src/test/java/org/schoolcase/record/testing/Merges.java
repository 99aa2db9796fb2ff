package org.schoolcase.record.testing;

import io.quarkus.arc.Arc;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.record.merge.StudentMergeConsumer;

/** Tells a service, as the student service does, that two records of a student became one, or that they are two after all. */
public final class Merges {

    public static final String TOPIC = "schoolcase.student.events";
    public static final String MERGED = "org.schoolcase.student.merged.v1";
    public static final String UNMERGED = "org.schoolcase.student.unmerged.v1";

    private Merges() {}

    /** A merge, told at a second of one minute. */
    public static void merged(TestDistrict d, UUID merged, UUID surviving, int second) {
        tell(d, MERGED, merged, surviving, second);
    }

    /** The undoing of a merge, told at a second of the same minute. */
    public static void unmerged(TestDistrict d, UUID merged, UUID surviving, int second) {
        tell(d, UNMERGED, merged, surviving, second);
    }

    /** A fact of any type with the fields of a merge. */
    public static void tell(TestDistrict d, String type, UUID merged, UUID surviving, int second) {
        Arc.container()
                .instance(StudentMergeConsumer.class)
                .get()
                .on(Records.batch(TOPIC, d.id(), type, merged, fact(merged, surviving, second)));
    }

    public static Map<String, Object> fact(UUID merged, UUID surviving, int second) {
        return Map.of("mergedId", merged, "survivingId", surviving, "at", at(second));
    }

    /** A second of that minute. */
    public static Instant at(int second) {
        return Instant.parse("2026-11-02T17:04:0" + second + "Z");
    }
}
