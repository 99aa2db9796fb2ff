package org.schoolcase.kit.testing;

import io.quarkus.arc.Arc;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Districts;

/** A district of one test, with an issuer of its own: tests share nothing. */
public final class TestDistrict {

    private static final Map<String, TestIssuer> SHARED = new ConcurrentHashMap<>();

    private final UUID id = Ids.next();
    private final TestIssuer issuer;

    private TestDistrict(String jurisdiction, String timeZone) {
        issuer = TestIssuer.trusted("https://idp.test/" + id);
        TestIssuer.Sql.update("""
                INSERT INTO district (id, name, jurisdiction, time_zone, languages, issuer, active, version)
                VALUES (?, 'Test District', ?, ?, '{en,es}', ?, true, 1)
                """, id, jurisdiction, timeZone, issuer.url());
        Arc.container().instance(Districts.class).get().forget();
    }

    /** A district in Arizona. */
    public static TestDistrict create() {
        return in("US-AZ", "America/Phoenix");
    }

    /** A district anywhere. */
    public static TestDistrict in(String jurisdiction, String timeZone) {
        return new TestDistrict(jurisdiction, timeZone);
    }

    /** Ends its contract: its tokens are worth nothing from now on. */
    public void leave() {
        TestIssuer.Sql.update("UPDATE district SET active = false, version = version + 1 WHERE id = ?", id);
        Arc.container().instance(Districts.class).get().forget();
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** Its issuer. */
    public TestIssuer issuer() {
        return issuer;
    }

    /** Starts a token of this district. */
    public TestToken token(String... roles) {
        return issuer.token(roles).district(id);
    }

    /** A token of the operator. */
    public static String operatorToken() {
        return shared("https://operator.test").token(Role.OPERATOR).sign();
    }

    /** A token of an agency. */
    public static String agencyToken(UUID agencyId) {
        return shared("https://agencies.test")
                .token(Role.AGENCY)
                .claim("agency_id", agencyId.toString())
                .subject("agency-" + agencyId)
                .sign();
    }

    private static TestIssuer shared(String url) {
        return SHARED.computeIfAbsent(url, TestIssuer::trusted);
    }
}
