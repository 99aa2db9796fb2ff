package org.schoolcase.kit.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;

/** An OIDC issuer of the tests: its key is put where services keep fetched keys, so that no provider has to run. */
public final class TestIssuer {

    private final String url;
    private final String kid = UUID.randomUUID().toString();
    private final KeyPair keys;

    private TestIssuer(String url) {
        this.url = url;
        this.keys = newKeys();
    }

    /** Makes an issuer and lets the service know its key. */
    public static TestIssuer trusted(String url) {
        var issuer = new TestIssuer(url);
        Sql.update(
                "INSERT INTO issuer_key (issuer, kid, public_key, fetched_at) VALUES (?, ?, ?, now() + interval '1 day')",
                url,
                issuer.kid,
                issuer.publicKey());
        return issuer;
    }

    /** Makes an issuer that nobody knows. */
    public static TestIssuer unknown(String url) {
        return new TestIssuer(url);
    }

    /** Starts a token. */
    public TestToken token(String... roles) {
        return new TestToken(this, roles);
    }

    String url() {
        return url;
    }

    String kid() {
        return kid;
    }

    KeyPair keys() {
        return keys;
    }

    /** The public key, X.509 in base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Statements as superuser. */
    static final class Sql {
        private Sql() {}

        static void update(String sql, Object... values) {
            try (var connection = java.sql.DriverManager.getConnection(PostgresResource.superuserUrl());
                    var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
