package org.schoolcase.kit.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.TestDistrict;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "test"))
class KnownTokensTest {

    @Inject
    KnownTokens tokens;

    @Test
    void remembersATokenAfterItWasVerified() {
        var token = TestDistrict.create().token(Role.CASE_MANAGER).sign();
        assertThat(tokens.find(token)).isEmpty();

        answers(token, 200);

        assertThat(tokens.find(token)).isPresent();
        answers(token, 200);
    }

    @Test
    void keepsNothingOfTheRequest() {
        var token = TestDistrict.create().token(Role.CASE_MANAGER).sign();
        answers(token, 200);

        var identity = tokens.find(token).orElseThrow();

        assertThat(identity.getAttributes().values()).noneMatch(RoutingContext.class::isInstance);
        assertThat(identity.getCredentials()).isEmpty();
    }

    @Test
    void neverRemembersARefusedToken() {
        var district = TestDistrict.create();
        var stranger = TestDistrict.create();
        var token = district.issuer()
                .token(Role.CASE_MANAGER)
                .district(stranger.id())
                .sign();

        answers(token, 401);

        assertThat(tokens.find(token)).isEmpty();
    }

    @Test
    void doesNotRememberATokenThatIsAcceptedInItsGraceOnly() {
        var token = TestDistrict.create()
                .token(Role.CASE_MANAGER)
                .expires(Instant.now().minusSeconds(5))
                .sign();

        answers(token, 200);

        assertThat(tokens.find(token)).isEmpty();
    }

    @Test
    void refusesARememberedTokenOnceItsDistrictHasLeft() {
        var district = TestDistrict.create();
        var token = district.token(Role.CASE_MANAGER).sign();
        answers(token, 200);

        district.leave();

        assertThat(tokens.find(token)).isEmpty();
        answers(token, 401);
    }

    private static void answers(String token, int status) {
        given().auth().oauth2(token).get("/v1/notes").then().statusCode(status);
    }
}
