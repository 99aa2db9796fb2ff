package org.schoolcase.kit.openapi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.junit.jupiter.api.Test;

class CommonContractTest {

    private final Operation closed = OASFactory.createOperation()
            .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("SecurityScheme"));
    private final Operation open = OASFactory.createOperation();
    private final OpenAPI contract = OASFactory.createOpenAPI()
            .components(OASFactory.createComponents())
            .paths(OASFactory.createPaths()
                    .addPathItem("/v1/cases", OASFactory.createPathItem().GET(closed))
                    .addPathItem("/v1/open", OASFactory.createPathItem().GET(open)));

    @Test
    void offersTheLoginAsAnotherWayIntoEveryClosedOperation() {
        CommonContract.addLogin(contract, "https://id.example/realms/district-a");
        CommonContract.addLogin(contract, "https://id.example/realms/district-b");

        assertThat(closed.getSecurity().stream().map(way -> way.getSchemes().keySet()))
                .containsExactly(
                        Set.of("SecurityScheme"), Set.of("login at district-a"), Set.of("login at district-b"));
        assertThat(open.getSecurity()).isNullOrEmpty();
    }

    @Test
    void logsInAtTheDistrictsOwnProvider() {
        CommonContract.addLogin(contract, "https://id.example/realms/district-a");

        var login = requireNonNull(contract.getComponents().getSecuritySchemes().get("login at district-a"));
        assertThat(login.getFlows().getAuthorizationCode().getTokenUrl())
                .isEqualTo("https://id.example/realms/district-a/protocol/openid-connect/token");
    }
}
