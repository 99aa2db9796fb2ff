package org.schoolcase.notifications.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.notifications.ledger.FactConsumer;
import org.schoolcase.notifications.profile.AgencyStateConsumer;
import org.schoolcase.notifications.profile.StaffStateConsumer;
import org.schoolcase.notifications.profile.StudentStateConsumer;

/** Tells this service what the others would, as their messages. */
@ApplicationScoped
public class World {

    public static final String STUDENT = "org.schoolcase.student.profile.v1";
    public static final String STAFF = "org.schoolcase.staff.profile.v1";
    public static final String AGENCY = "org.schoolcase.agency.profile.v1";
    public static final String OPENED = "org.schoolcase.case.opened.v1";
    public static final String DEADLINE = "org.schoolcase.case.deadline-set.v1";
    public static final String CONSENT = "org.schoolcase.case.consent-recorded.v1";
    public static final String ACCEPTED = "org.schoolcase.referral.accepted.v1";
    public static final String DECLINED = "org.schoolcase.referral.declined.v1";
    public static final String COMPLETED = "org.schoolcase.referral.completed.v1";

    /** A child with a case, a case manager and an agency; nothing of it has been told yet. */
    public record Story(TestDistrict district, UUID student, UUID caseId, UUID manager, UUID guardian, UUID agency) {

        public static Story begin() {
            return new Story(
                    TestDistrict.create(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID());
        }

        public String managerMail() {
            return "manager-" + manager + "@example.test";
        }

        public String guardianMail() {
            return "family-" + guardian + "@example.test";
        }
    }

    private final StudentStateConsumer students;
    private final StaffStateConsumer staff;
    private final AgencyStateConsumer agencies;
    private final FactConsumer facts;

    World(StudentStateConsumer students, StaffStateConsumer staff, AgencyStateConsumer agencies, FactConsumer facts) {
        this.students = students;
        this.staff = staff;
        this.agencies = agencies;
        this.facts = facts;
    }

    /** Everything that a notification needs. */
    public Story known() {
        var story = Story.begin();
        student(story, 1, List.of(guardian(story.guardian(), "es", story.guardianMail(), true, true)));
        manager(story, 1, "en", story.managerMail());
        agency(story, 1, "Harbor Family Counseling");
        opened(story);
        return story;
    }

    public void student(Story story, long version, List<Map<String, Object>> guardians) {
        student(story, version, Map.of(), guardians);
    }

    public void student(Story story, long version, String givenName, List<Map<String, Object>> guardians) {
        student(story, version, Map.of("givenName", givenName), guardians);
    }

    /** With what is not as in other stories. */
    public void student(Story story, long version, Map<String, Object> otherwise, List<Map<String, Object>> guardians) {
        var profile = new HashMap<String, Object>(Map.of(
                "studentId",
                story.student(),
                "version",
                version,
                "givenName",
                "Mateo",
                "familyName",
                "Quintanilla",
                "schoolIds",
                List.of(),
                "language",
                "es",
                "active",
                true,
                "guardians",
                guardians));
        profile.putAll(otherwise);
        students.on(
                Records.batch("schoolcase.student.state", story.district().id(), STUDENT, story.student(), profile));
    }

    public void studentErased(Story story) {
        students.on(Records.batch("schoolcase.student.state", story.district().id(), STUDENT, story.student(), null));
    }

    public static Map<String, Object> guardian(
            UUID id, String language, @Nullable String email, boolean rights, boolean mayContact) {
        var guardian = new HashMap<String, Object>(Map.of(
                "guardianId", id,
                "relation", "MOTHER",
                "givenName", "Elena",
                "familyName", "Quintanilla",
                "language", language,
                "educationalRights", rights,
                "mayContact", mayContact));
        if (email != null) {
            guardian.put("email", email);
        }
        return guardian;
    }

    public void manager(Story story, long version, String language, String email) {
        var profile = Map.of(
                "staffId",
                story.manager(),
                "version",
                version,
                "givenName",
                "Rosa",
                "familyName",
                "Delgado",
                "email",
                email,
                "language",
                language,
                "schoolIds",
                List.of(),
                "roles",
                List.of("case-manager"),
                "active",
                true);
        staff.on(Records.batch("schoolcase.staff.state", story.district().id(), STAFF, story.manager(), profile));
    }

    public void managerErased(Story story) {
        staff.on(Records.batch("schoolcase.staff.state", story.district().id(), STAFF, story.manager(), null));
    }

    public void agency(Story story, long version, String name) {
        var profile =
                Map.of("agencyId", story.agency(), "version", version, "name", name, "language", "en", "active", true);
        agencies.on(Records.batch("schoolcase.agency.state", Tenants.NO_DISTRICT, AGENCY, story.agency(), profile));
    }

    public void opened(Story story) {
        fact(fact(story, OPENED, Map.of("openedOn", "2026-10-05")));
    }

    /** One more notification for the case manager's inbox. */
    public void deadline(Story story) {
        fact(fact(story, DEADLINE, Map.of("deadlineId", UUID.randomUUID(), "ruleId", "r", "dueOn", "2026-12-04")));
    }

    /** A fact of the case or of its referral. */
    public static ConsumerRecord<String, byte[]> fact(Story story, String type, Map<String, Object> more) {
        var data = new HashMap<String, Object>(Map.of(
                "caseId", story.caseId(),
                "studentId", story.student(),
                "caseManagerId", story.manager()));
        if (type.contains(".referral.")) {
            data.putAll(Map.of(
                    "referralId",
                    UUID.randomUUID(),
                    "agencyId",
                    story.agency(),
                    "serviceId",
                    UUID.randomUUID(),
                    "requestedBy",
                    story.manager(),
                    "at",
                    "2026-10-05T16:42:07Z"));
        }
        data.putAll(more);
        return Records.one(
                "schoolcase.x.events", UUID.randomUUID(), story.district().id(), type, story.caseId(), data);
    }

    public void fact(ConsumerRecord<String, byte[]> fact) {
        facts.onCase(Records.of(fact));
    }

    /** The same as it were had it happened then. */
    public static ConsumerRecord<String, byte[]> at(Instant then, ConsumerRecord<String, byte[]> fact) {
        fact.headers().remove("ce_time").add("ce_time", then.toString().getBytes(UTF_8));
        return fact;
    }

    public static UUID idOf(ConsumerRecord<String, byte[]> fact) {
        return UUID.fromString(new String(fact.headers().lastHeader("ce_id").value(), UTF_8));
    }
}
