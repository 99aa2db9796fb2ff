package org.schoolcase.kit.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;

/** Identifiers of RFC 9562: time-ordered for what is born here, named for what a roster brings. They are no secrets. */
public final class Ids {

    private static final TimeBasedEpochGenerator TIME_ORDERED = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A UUID version 7, so that keys index well and sort by creation. */
    public static UUID next() {
        return TIME_ORDERED.generate();
    }

    /** The UUID version 5 of a name in a district, such as {@code user:} and the sourcedId: the same on every import. */
    public static UUID named(UUID namespace, String name) {
        return naming(namespace).apply(name);
    }

    /** What makes the UUIDs version 5 of many names in a district. */
    public static Function<String, UUID> naming(UUID namespace) {
        return Generators.nameBasedGenerator(namespace, DigestUtils.getSha1Digest())::generate;
    }

    /** What makes the UUIDs version 3 of many texts without a namespace: short digests, where chance is all to withstand. */
    public static Function<String, UUID> digesting() {
        return Generators.nameBasedGenerator(null, DigestUtils.getMd5Digest())::generate;
    }
}
