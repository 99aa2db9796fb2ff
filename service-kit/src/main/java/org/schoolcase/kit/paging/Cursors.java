package org.schoolcase.kit.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.FieldError;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.tenant.Tenants;

/** Makes and reads page cursors: signed, and good only for the list, the filters and the tenant they were made for. */
@ApplicationScoped
public class Cursors {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> KEYS = new TypeReference<>() {};
    private static final int MAC_BYTES = 16;

    private final SecretKeySpec secret;
    private final Tenants tenants;

    Cursors(@ConfigProperty(name = "schoolcase.cursor.secret") String secret, Tenants tenants) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.tenants = tenants;
    }

    /**
     * Reads a cursor, or starts at the beginning.
     *
     * @param list name of the list with all its filters, so that a cursor does not fit another question
     * @throws ProblemException 400 {@code cursor.invalid}
     */
    public Cursor open(String list, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Cursor.START;
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            var mac = Arrays.copyOf(bytes, MAC_BYTES);
            var keys = Arrays.copyOfRange(bytes, Math.min(MAC_BYTES, bytes.length), bytes.length);
            if (bytes.length <= MAC_BYTES || !MessageDigest.isEqual(mac, sign(list, keys))) {
                throw invalid();
            }
            return new Cursor(JSON.readValue(keys, KEYS));
        } catch (IllegalArgumentException | java.io.IOException e) {
            throw invalid();
        }
    }

    /** A page of rows of which one more than the limit was read. */
    public <T> Page<T> page(String list, List<T> rowsLimitPlusOne, int limit, Function<T, List<String>> keyOf) {
        if (rowsLimitPlusOne.size() <= limit) {
            return new Page<>(rowsLimitPlusOne, null);
        }
        var items = rowsLimitPlusOne.subList(0, limit);
        return new Page<>(items, write(list, keyOf.apply(items.getLast())));
    }

    private String write(String list, List<String> keys) {
        try {
            var bytes = JSON.writeValueAsBytes(keys);
            var signed = Arrays.copyOf(sign(list, bytes), MAC_BYTES + bytes.length);
            System.arraycopy(bytes, 0, signed, MAC_BYTES, bytes.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Keys of a page cannot be written", e);
        }
    }

    private byte[] sign(String list, byte[] keys) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update((tenants.current() + "\n" + list + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(keys), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    private static ProblemException invalid() {
        return ProblemException.badRequest("cursor.invalid", "The cursor is not one that this list gave out.")
                .error(FieldError.parameter("cursor", "cursor.invalid", "Start again without a cursor."));
    }
}
