package org.schoolcase.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to each operation the refusals that it shares with all others, and to the explorer its login where one is set. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class CommonContract implements OASFilter {

    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public Operation filterOperation(Operation operation) {
        add(operation, "401", "token.invalid: no valid bearer token of a registered issuer");
        add(operation, "403", "role.missing: the caller's role does not open this operation");
        for (var response : operation.getResponses().getAPIResponses().entrySet()) {
            if (response.getKey().startsWith("4") || response.getKey().startsWith("5")) {
                response.getValue().setContent(problem());
            }
        }
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        issuers().ifPresent(issuers -> issuers.forEach(issuer -> addLogin(openApi, issuer)));
    }

    private static void add(Operation operation, String status, String description) {
        if (operation.getResponses().getAPIResponse(status) == null) {
            operation.getResponses().addAPIResponse(status, response(description));
        }
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static org.eclipse.microprofile.openapi.models.media.Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }

    private static Optional<List<String>> issuers() {
        return ConfigProvider.getConfig().getOptionalValues("schoolcase.explorer.issuers", String.class);
    }

    /**
     * Login with PKCE at the district's own provider; the scheme has the name of the realm. The explorer sends its token only
     * with operations that name the scheme, as another way beside the bearer token.
     */
    static void addLogin(OpenAPI openApi, String issuer) {
        var name = "login at " + issuer.substring(issuer.lastIndexOf('/') + 1);
        var endpoints = issuer + "/protocol/openid-connect/";
        openApi.getComponents()
                .addSecurityScheme(
                        name,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.OAUTH2)
                                .flows(OASFactory.createOAuthFlows()
                                        .authorizationCode(OASFactory.createOAuthFlow()
                                                .authorizationUrl(endpoints + "auth")
                                                .tokenUrl(endpoints + "token")
                                                .scopes(java.util.Map.of("openid", "who you are")))));
        openApi.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getSecurity() != null
                        && !operation.getSecurity().isEmpty())
                .forEach(operation -> operation.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(name)));
    }
}
