package org.schoolcase.students.provider;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas of the records, made of the field tables. */
final class RosterSchemas {

    private static final String PREFIX = "OneRoster";
    private static final String COMPONENTS = "#/components/schemas/" + PREFIX;

    static final String STATUS = COMPONENTS + "Status";
    private static final String REFERENCE = COMPONENTS + "Reference";

    static String reference(Resource resource) {
        return COMPONENTS + name(resource);
    }

    private static String name(Resource resource) {
        var singular = resource.singular();
        return Character.toUpperCase(singular.charAt(0)) + singular.substring(1);
    }

    void addTo(Components components) {
        for (var resource : Resource.values()) {
            components.addSchema(PREFIX + name(resource), schema(resource));
        }
        components.addSchema(PREFIX + "Reference", object("href", "sourcedId", "type"));
        components.addSchema(PREFIX + "Status", status());
    }

    private static Schema schema(Resource resource) {
        var schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        for (var field : resource.fields()) {
            schema.addProperty(field.name(), schema(field));
            if (field.required()) {
                schema.addRequired(field.name());
            }
        }
        return schema;
    }

    private static Schema schema(Field field) {
        return switch (field.shape()) {
            case TEXT -> text();
            case BOOLEAN -> text().enumeration(List.of("true", "false"));
            case DATE -> text().format("date");
            case TIME -> text().format("date-time");
            case TEXTS -> list(text());
            case REFERENCE -> OASFactory.createSchema().ref(REFERENCE);
            case REFERENCES -> list(OASFactory.createSchema().ref(REFERENCE));
            case OBJECT -> OASFactory.createSchema().addType(SchemaType.OBJECT);
            case ROLES -> list(role());
            case USER_IDS -> list(object("type", "identifier"));
        };
    }

    private static Schema role() {
        return object("roleType", "role")
                .addProperty("org", OASFactory.createSchema().ref(REFERENCE))
                .addRequired("org")
                .addProperty("beginDate", text().format("date"))
                .addProperty("endDate", text().format("date"));
    }

    private static Schema status() {
        var minor = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty(
                        "imsx_codeMinorField", list(object("imsx_codeMinorFieldName", "imsx_codeMinorFieldValue")));
        var status =
                object("imsx_codeMajor", "imsx_severity", "imsx_description").addProperty("imsx_CodeMinor", minor);
        return OASFactory.createSchema().addType(SchemaType.OBJECT).addProperty("imsx_StatusInfo", status);
    }

    private static Schema object(String... texts) {
        var schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        for (var name : texts) {
            schema.addProperty(name, text()).addRequired(name);
        }
        return schema;
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
