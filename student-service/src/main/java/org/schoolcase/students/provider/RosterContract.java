package org.schoolcase.students.provider;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Describes the 41 operations in the service's contract and in the discovery document, from the tables that answer them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP, priority = Integer.MIN_VALUE)
public class RosterContract implements OASFilter {

    static final String SECURITY = "oneroster";

    private static final List<String[]> REFUSALS = List.of(
            new String[] {
                "400",
                "Filter, selection, limit or offset is not well-formed (invalid_filter_field,"
                        + " invalid_selection_field, invaliddata)"
            },
            new String[] {"401", "No valid bearer token of a registered issuer (unauthorisedrequest)"},
            new String[] {"403", "The token has not the role or not the scope (forbidden)"},
            new String[] {"404", "No such record in the district (unknownobject)"});

    @Override
    public void filterOpenAPI(OpenAPI document) {
        describe(document, OneRosterResource.PATH);
    }

    /** Adds the operations below a path, and what they refer to. */
    static void describe(OpenAPI document, String base) {
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        document.setComponents(components);
        new RosterSchemas().addTo(components);
        var scheme = OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("OAuth 2 access token of the district's issuer, by client credentials, with the scope");
        if (components.getSecuritySchemes() == null
                || !components.getSecuritySchemes().containsKey(SECURITY)) {
            components.addSecurityScheme(SECURITY, scheme);
        }
        var paths = document.getPaths() == null ? OASFactory.createPaths() : document.getPaths();
        Operation.ALL.stream()
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .forEach(operation -> paths.addPathItem(base + operation.path(), path(operation)));
        document.setPaths(paths);
    }

    private static PathItem path(Operation operation) {
        var described = OASFactory.createOperation()
                .operationId(operation.id())
                .summary(summary(operation))
                .addTag("OneRoster 1.2 Rostering")
                .responses(responses(operation));
        operation
                .parameters()
                .forEach(name -> described.addParameter(OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.PATH)
                        .required(true)
                        .schema(text().maxLength(255))));
        addQuery(operation, described);
        operation.scopes().stream()
                .sorted()
                .forEach(scope -> described.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(SECURITY, List.of(Scopes.PREFIX + scope))));
        return OASFactory.createPathItem().GET(described);
    }

    private static void addQuery(Operation operation, org.eclipse.microprofile.openapi.models.Operation described) {
        described.addParameter(query("fields", text(), "Names of the members to show, separated by commas"));
        if (!operation.single()) {
            described
                    .addParameter(query("limit", whole(100), "Records of a page"))
                    .addParameter(query("offset", whole(0), "Records before the page"))
                    .addParameter(query("sort", text(), "Member to sort by"))
                    .addParameter(
                            query("orderBy", text().enumeration(List.of("asc", "desc")), "Direction of the order"))
                    .addParameter(query(
                            "filter",
                            text().maxLength(2000)
                                    .examples(List.of(
                                            "status='active' AND dateLastModified>='2026-09-01T00:00:00.000Z'")),
                            "One comparison (= != > >= < <= ~), or two joined by AND or OR"));
        }
    }

    private static String summary(Operation operation) {
        var noun = operation.collection().path();
        if (operation.single()) {
            return "Read one of the " + noun;
        }
        var of = operation.parents().stream()
                .map(parent -> " of one of the " + parent.path())
                .reduce("", (all, one) -> one + all);
        return "Read the " + noun + of;
    }

    private static APIResponses responses(Operation operation) {
        var resource = operation.collection().resource();
        var record = OASFactory.createSchema().ref(RosterSchemas.reference(resource));
        var list = OASFactory.createSchema().addType(SchemaType.ARRAY).items(record);
        var envelope = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty(
                        operation.single() ? resource.singular() : resource.plural(),
                        operation.single() ? record : list);
        var ok = OASFactory.createAPIResponse()
                .description(
                        operation.single()
                                ? "The record"
                                : "A page, with X-Total-Count and Link (next, last, first, prev)")
                .content(json(envelope));
        var responses = OASFactory.createAPIResponses().addAPIResponse("200", ok);
        for (var refusal : REFUSALS) {
            responses.addAPIResponse(
                    refusal[0],
                    OASFactory.createAPIResponse()
                            .description(refusal[1])
                            .content(json(OASFactory.createSchema().ref(RosterSchemas.STATUS))));
        }
        return responses;
    }

    private static Content json(Schema schema) {
        return OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(schema));
    }

    private static Parameter query(String name, Schema schema, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(schema);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema whole(int usual) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .minimum(java.math.BigDecimal.ZERO)
                .defaultValue(usual);
    }
}
