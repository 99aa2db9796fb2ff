package org.schoolcase.students.provider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.schoolcase.kit.security.Role;

/** The service discovery document (OneRoster 1.2): where this provider is, what it answers, and where tokens come from. */
@Path(OneRosterResource.PATH + "/discovery")
@RunOnVirtualThread
public class DiscoveryResource {

    private final Addresses addresses;
    private final Scopes scopes;
    private final ProviderConfig config;

    DiscoveryResource(Addresses addresses, Scopes scopes, ProviderConfig config) {
        this.addresses = addresses;
        this.scopes = scopes;
        this.config = config;
    }

    @GET
    @Path("/onerosterv1p2rostersservice_openapi3_v1p0.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SIS_SYNC, Role.ROSTER_READER})
    @Operation(
            operationId = "discoverRostering",
            summary = "Describe the rostering service as OpenAPI 3, under the name that the REST binding gives it")
    @APIResponse(
            responseCode = "200",
            description = "An OpenAPI 3 document",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Object.class)))
    public String ofBinding(@Context UriInfo uri) {
        return document(uri);
    }

    @GET
    @Path("/imsorv1p2_rostering_openapi3_v1p0.json")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SIS_SYNC, Role.ROSTER_READER})
    @Operation(
            operationId = "discoverRosteringForConformance",
            summary = "Describe the rostering service as OpenAPI 3, under the name that the conformance guide gives it")
    @APIResponse(
            responseCode = "200",
            description = "An OpenAPI 3 document",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Object.class)))
    public String ofConformanceGuide(@Context UriInfo uri) {
        return document(uri);
    }

    private String document(UriInfo uri) {
        var document = OASFactory.createOpenAPI()
                .openapi("3.0.3")
                .info(OASFactory.createInfo().title("OneRoster 1.2 Rostering").version("1.2"))
                .servers(List.of(OASFactory.createServer().url(addresses.base(uri))));
        document.components(OASFactory.createComponents().addSecurityScheme(RosterContract.SECURITY, oauth()));
        RosterContract.describe(document, "");
        return json(document);
    }

    private SecurityScheme oauth() {
        var names = Map.of(
                org.schoolcase.students.provider.Operation.ROSTER, "read all rostering data except demographics",
                org.schoolcase.students.provider.Operation.CORE, "read the rostering core",
                org.schoolcase.students.provider.Operation.DEMOGRAPHICS, "read demographics");
        var described = new java.util.TreeMap<String, String>();
        names.forEach((name, meaning) -> described.put(Scopes.PREFIX + name, meaning));
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .flows(OASFactory.createOAuthFlows()
                        .clientCredentials(OASFactory.createOAuthFlow()
                                .tokenUrl(scopes.issuer() + config.tokenPath())
                                .scopes(described)));
    }

    private static String json(OpenAPI document) {
        return SmallRyeOpenAPI.builder()
                .withInitialModel(document)
                .enableAnnotationScan(false)
                .enableModelReader(false)
                .enableStandardFilter(false)
                .enableStandardStaticFiles(false)
                .build()
                .toJSON();
    }
}
