package org.schoolcase.students.pull;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts the secrets of sources (AES-256-GCM, NIST SP 800-38D), each bound to its source so that none fits another. */
@ApplicationScoped
class SecretBox {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private final List<SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    SecretBox(PullConfig config) {
        keys = config.keys().orElse(List.of()).stream().map(SecretBox::key).toList();
    }

    boolean isReady() {
        return !keys.isEmpty();
    }

    /** Nonce and ciphertext. */
    byte[] seal(UUID owner, String secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, owner)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var box = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, box, NONCE, sealed.length);
            return box;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret cannot be encrypted", e);
        }
    }

    /** The secret, by whichever key closed the box. */
    String open(UUID owner, byte[] box) {
        for (var key : keys) {
            try {
                var nonce = Arrays.copyOf(box, NONCE);
                var secret = cipher(Cipher.DECRYPT_MODE, key, nonce, owner).doFinal(box, NONCE, box.length - NONCE);
                return new String(secret, StandardCharsets.UTF_8);
            } catch (AEADBadTagException e) {
                // closed by another key: the next one is tried
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("A secret cannot be decrypted", e);
            }
        }
        throw PullFailure.lasting("secret.key-missing");
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, UUID owner)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKeySpec key(String base64) {
        var bytes = Base64.getDecoder().decode(base64.strip().replace('-', '+').replace('_', '/'));
        if (bytes.length != KEY) {
            throw new IllegalArgumentException("schoolcase.roster-pull.keys: a key has 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
