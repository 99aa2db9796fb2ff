package org.schoolcase.students.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.access.Beholder;
import org.schoolcase.students.access.Beholder.Eyes.OfGuardian;
import org.schoolcase.students.rights.RightsHolders.AgeOfMajority;
import org.schoolcase.students.rights.RightsHolders.Kind;
import org.schoolcase.students.rights.RightsHolders.Person;
import org.schoolcase.students.rights.RightsHolders.Reason;
import org.schoolcase.students.timeline.DistrictDay;

/** Use case: who may consent for a student on a day? The function rights_standing judges; this tells it with its reasons. */
@ApplicationScoped
class WhoDecides {

    private static final String ANSWER = """
            with standing as (select * from rights_standing(?, ?, ?)), person as (
                select 'GUARDIAN' as kind, g.id, r.relation, g.given_name, g.family_name, r.added_at, t.authority, t.entry_id,
                       t.begins_on, t.ends_on, t.document_reference, coalesce(t.holds, false) as holds,
                       coalesce(t.reason, case
                           when exists (select from rights_period p where p.student_id = r.student_id and p.known_to is null
                                and p.guardian_id = g.id and p.effect = 'GRANTED' and p.begins_on > ?) then 'NOT_YET'
                           when exists (select from rights_period p where p.student_id = r.student_id and p.known_to is null
                                and p.guardian_id = g.id and p.effect = 'GRANTED') then 'ENDED'
                           else 'NO_CLAIM' end) as reason
                  from student_guardian r join guardian g on g.id = r.guardian_id and g.district_id = r.district_id
                  left join standing t on t.guardian_id = g.id
                 where r.student_id = ? and (r.ended_on is null or r.ended_on > ?)
                union all
                select 'STUDENT', s.id, null, coalesce(s.preferred_given_name, s.given_name), s.family_name, null, t.authority,
                       t.entry_id, t.begins_on, t.ends_on, t.document_reference, coalesce(t.holds, false),
                       coalesce(t.reason, 'NOT_RECORDED')
                  from student s left join standing t on t.guardian_id is null and t.authority = 'ADULT_STUDENT'
                 where s.id = ?)
            select distinct on (p.kind, p.id) p.*, q.says, q.citation, q.confidence
              from person p join rights_rule q on q.code = p.reason
             where cast(? as uuid) is null or p.id = ?
             order by p.kind desc, p.id, p.holds desc, p.begins_on
             limit 101""";

    private record Judged(Person person, boolean holds) {}

    private final Rows rows;
    private final Majorities majorities;
    private final Beholder beholder;
    private final Audit audit;
    private final DistrictDay day;

    WhoDecides(Rows rows, Majorities majorities, Beholder beholder, Audit audit, DistrictDay day) {
        this.rows = rows;
        this.majorities = majorities;
        this.beholder = beholder;
        this.audit = audit;
        this.day = day;
    }

    /** Of a student whom the caller may see; a guardian learns of himself only. */
    RightsHolders handle(UUID studentId, @Nullable LocalDate on, @Nullable Instant knownAt) {
        var when = on == null ? day.today() : on;
        var known = knownAt == null ? OffsetDateTime.MAX : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC);
        var only = onlyHimself(studentId);
        var judged = rows.list(
                Query.of(ANSWER, studentId, when, known, when, studentId, when, studentId, only, only),
                WhoDecides::judged);
        audit.showed(AuditEntry.of("rights.holders", "student", studentId).student(studentId));
        return new RightsHolders(
                studentId, when, persons(judged, true), persons(judged, false), majority(majorities.of(studentId)));
    }

    private @Nullable UUID onlyHimself(UUID studentId) {
        return beholder.on(studentId) instanceof OfGuardian me ? me.guardianId() : null;
    }

    private static List<Person> persons(List<Judged> judged, boolean holds) {
        return judged.stream()
                .filter(j -> j.holds() == holds)
                .map(Judged::person)
                .toList();
    }

    private static @Nullable AgeOfMajority majority(Majorities.@Nullable Majority found) {
        return found == null
                ? null
                : new AgeOfMajority(found.age(), found.reachedOn(), found.citation(), found.confidence());
    }

    private static Judged judged(ResultSet row) throws SQLException {
        var authority = row.getString("authority");
        var person = new Person(
                Kind.valueOf(row.getString("kind")),
                row.getObject("id", UUID.class),
                row.getString("relation"),
                row.getString("given_name"),
                row.getString("family_name"),
                authority == null ? null : Authority.valueOf(authority),
                row.getObject("entry_id", UUID.class),
                row.getObject("begins_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("document_reference"),
                new Reason(
                        row.getString("reason"),
                        row.getString("says"),
                        row.getString("citation"),
                        row.getString("confidence")));
        return new Judged(person, row.getBoolean("holds"));
    }
}
