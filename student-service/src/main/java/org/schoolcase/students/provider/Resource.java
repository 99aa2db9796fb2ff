package org.schoolcase.students.provider;

import static org.schoolcase.students.provider.Field.bool;
import static org.schoolcase.students.provider.Field.children;
import static org.schoolcase.students.provider.Field.date;
import static org.schoolcase.students.provider.Field.reference;
import static org.schoolcase.students.provider.Field.references;
import static org.schoolcase.students.provider.Field.text;
import static org.schoolcase.students.provider.Field.texts;
import static org.schoolcase.students.provider.Field.time;
import static org.schoolcase.students.provider.Field.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolcase.students.provider.Field.Shape;

/** The kinds of records of the rostering service, with all their members (OneRoster 1.2 Rostering REST Binding, data model). */
enum Resource {
    ORG(
            Entity.ORG,
            "org",
            "orgs",
            List.of(
                    text("name", "t.name").require(),
                    text("type", "t.type").require(),
                    text("identifier", "coalesce(t.identifier, '')").require(),
                    reference("parent", Entity.ORG, "t.parent_id"),
                    children(Entity.ORG))),
    SESSION(
            Entity.SESSION,
            "academicSession",
            "academicSessions",
            List.of(
                    text("title", "t.title").require(),
                    date("startDate", "t.start_date").require(),
                    date("endDate", "t.end_date").require(),
                    text("type", "t.type").require(),
                    reference("parent", Entity.SESSION, "t.parent_id"),
                    children(Entity.SESSION),
                    year("schoolYear", "t.school_year").require())),
    COURSE(
            Entity.COURSE,
            "course",
            "courses",
            List.of(
                    text("title", "t.title").require(),
                    reference("schoolYear", Entity.SESSION, "t.school_year_id"),
                    text("courseCode", "coalesce(t.course_code, '')").require(),
                    texts("grades", "t.grades"),
                    texts("subjects", "t.subjects"),
                    reference("org", Entity.ORG, "t.org_id"),
                    texts("subjectCodes", "t.subject_codes"))),
    CLASS(
            Entity.CLASS,
            "class",
            "classes",
            List.of(
                    text("title", "t.title").require(),
                    text("classCode", "t.class_code"),
                    text("classType", "t.class_type"),
                    text("location", "t.location"),
                    texts("grades", "t.grades"),
                    texts("subjects", "t.subjects"),
                    reference("course", Entity.COURSE, "t.course_id").require(),
                    reference("school", Entity.ORG, "t.school_id").require(),
                    references("terms", Entity.SESSION, "t.term_ids").require(),
                    texts("subjectCodes", "t.subject_codes"),
                    texts("periods", "t.periods"))),
    USER(
            Entity.USER,
            "user",
            "users",
            List.of(
                    text("userMasterIdentifier", "t.user_master_identifier"),
                    text("username", "t.username"),
                    Embedded.USER_IDS,
                    bool("enabledUser", "t.enabled").require(),
                    text("givenName", "t.given_name").require(),
                    text("familyName", "t.family_name").require(),
                    text("middleName", "t.middle_name"),
                    text("preferredFirstName", "t.preferred_given_name"),
                    text("preferredMiddleName", "t.preferred_middle_name"),
                    text("preferredLastName", "t.preferred_family_name"),
                    text("pronouns", "t.pronouns"),
                    Embedded.ROLES,
                    reference("primaryOrg", Entity.ORG, "t.primary_org_id"),
                    text("identifier", "t.identifier"),
                    text("email", "t.email"),
                    text("sms", "t.sms"),
                    text("phone", "t.phone"),
                    references("agents", Entity.USER, "t.agent_ids"),
                    texts("grades", "t.grades"))),
    ENROLLMENT(
            Entity.ENROLLMENT,
            "enrollment",
            "enrollments",
            List.of(
                    reference("user", Entity.USER, "t.user_id").require(),
                    reference("class", Entity.CLASS, "t.class_id").require(),
                    reference("school", Entity.ORG, "t.school_id").require(),
                    text("role", "t.role").require(),
                    bool("primary", "coalesce(t.is_primary, false)").require(),
                    date("beginDate", "t.begin_date"),
                    date("endDate", "t.end_date"))),
    DEMOGRAPHICS(
            Entity.DEMOGRAPHICS,
            "demographics",
            "demographics",
            List.of(
                    date("birthDate", "t.birth_date"),
                    text("sex", "t.sex"),
                    bool("americanIndianOrAlaskaNative", "t.american_indian_or_alaska_native"),
                    bool("asian", "t.asian"),
                    bool("blackOrAfricanAmerican", "t.black_or_african_american"),
                    bool("nativeHawaiianOrOtherPacificIslander", "t.native_hawaiian_or_other_pacific_islander"),
                    bool("white", "t.white"),
                    bool("demographicRaceTwoOrMoreRaces", "t.two_or_more_races"),
                    bool("hispanicOrLatinoEthnicity", "t.hispanic_or_latino_ethnicity"),
                    text("countryOfBirthCode", "t.country_of_birth_code"),
                    text("stateOfBirthAbbreviation", "t.state_of_birth_abbreviation"),
                    text("cityOfBirth", "t.city_of_birth"),
                    text("publicSchoolResidenceStatus", "t.public_school_residence_status")));

    private static final String STATUS = "(CASE t.status WHEN 'ACTIVE' THEN 'active' ELSE 'tobedeleted' END)";
    private static final String METADATA = "metadata.";

    private final Entity entity;
    private final String singular;
    private final String plural;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Field> fields;

    Resource(Entity entity, String singular, String plural, List<Field> own) {
        this.entity = entity;
        this.singular = singular;
        this.plural = plural;
        this.fields = all(entity == Entity.USER ? Embedded.USER_MODIFIED : "t.changed_at", own);
    }

    private static List<Field> all(String modified, List<Field> own) {
        var all = new ArrayList<Field>();
        all.add(text("sourcedId", "t.sourced_id").require());
        all.add(text("status", STATUS).require());
        all.add(time("dateLastModified", modified));
        all.add(new Field("metadata", Shape.OBJECT, false, "t.metadata", Map.of()));
        all.addAll(own);
        return List.copyOf(all);
    }

    Entity entity() {
        return entity;
    }

    /** Member that holds one record. */
    String singular() {
        return singular;
    }

    /** Member that holds a list. */
    String plural() {
        return plural;
    }

    List<Field> fields() {
        return fields;
    }

    /** What a filter may name; an extension by {@code metadata.} and its name, which goes into SQL as a value. */
    Optional<Criterion> criterion(String name) {
        if (name.startsWith(METADATA)) {
            return Optional.of(new Criterion(
                    Criterion.Type.TEXT, "(t.metadata ->> ?)", List.of(name.substring(METADATA.length())), null));
        }
        return fields.stream()
                .flatMap(field -> Optional.ofNullable(field.criteria().get(name)).stream())
                .findFirst();
    }

    /** SQL of the person whose record a row is; empty where the record is of no person. */
    Optional<String> person() {
        return switch (this) {
            case USER, DEMOGRAPHICS -> Optional.of("t.id");
            case ENROLLMENT -> Optional.of("t.user_id");
            case ORG, SESSION, COURSE, CLASS -> Optional.empty();
        };
    }
}
