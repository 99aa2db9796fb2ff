package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;

/** Tokens of the real Keycloak. */
@ExtendWith(RunningSuite.class)
class IdentityIT {

    @Test
    void servesValidTokensWhileKeycloakIsAwayEvenAfterAStart(World world) {
        var token = world.coordinator();
        world.api().get(Service.CASE, "/v1/cases", token).expect(200);
        world.suite().stopKeycloak();
        try {
            world.suite().restart(Service.CASE);

            assertThat(world.api().get(Service.CASE, "/v1/cases", token).status())
                    .isEqualTo(200);
            assertThat(world.api().get(Service.CASE, "/v1/cases", token + "x").status())
                    .isEqualTo(401);
        } finally {
            world.suite().startKeycloak();
        }
    }

    @Test
    void keepsEachRoleToItsOperations(World world) {
        var teacher = world.tokens().person(DemoWorld.MULBERRY, "teacher");
        var agency = world.tokens().agency(DemoWorld.HARBOR);

        assertThat(world.api().get(Service.CASE, "/v1/caseloads", teacher).status())
                .isEqualTo(403);
        assertThat(world.api().get(Service.CASE, "/v1/cases", agency).status()).isEqualTo(403);
        assertThat(world.api()
                        .get(Service.STUDENT, "/v1/districts", world.tokens().sisSync(DemoWorld.MULBERRY))
                        .status())
                .isEqualTo(403);
    }
}
