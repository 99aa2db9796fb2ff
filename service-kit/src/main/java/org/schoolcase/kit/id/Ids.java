package org.schoolcase.kit.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

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
        return Generators.nameBasedGenerator(namespace, sha1()).generate(name);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-1, which RFC 9562 version 5 needs", e);
        }
    }
}
