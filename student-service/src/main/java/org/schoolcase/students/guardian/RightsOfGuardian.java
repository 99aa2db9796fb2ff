package org.schoolcase.students.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.timeline.DistrictDay;
import org.schoolcase.students.timeline.Entries;
import org.schoolcase.students.timeline.Entry;
import org.schoolcase.students.timeline.Ledger;
import org.schoolcase.students.timeline.Period;

/** Puts what is said of a guardian's rights when he is added or changed onto the timeline, from today on. */
@ApplicationScoped
class RightsOfGuardian {

    private static final String CLAIMS = "select entry_id from rights_period where student_id = ? and guardian_id = ?"
            + " and effect = 'GRANTED' and known_to is null";

    private final Entries entries;
    private final Rows rows;
    private final DistrictDay day;

    RightsOfGuardian(Entries entries, Rows rows, DistrictDay day) {
        this.entries = entries;
        this.rows = rows;
        this.day = day;
    }

    void begin(Guardianship.Key key, GuardianRelation relation) {
        record(key, authority(relation), new Period(day.today(), null), null, null);
    }

    /** The rights begin, unless he has a claim that another's outranks or a court withholds: then the timeline says so. */
    void beginUnlessJudged(Guardianship.Key key, GuardianRelation relation) {
        var judged = rows.first(
                Query.of(
                        "select reason from rights_standing(?, ?, 'infinity') where guardian_id = ?",
                        key.studentId(),
                        day.today(),
                        key.guardianId()),
                row -> row.getString(1));
        if (judged.isPresent()) {
            throw ProblemException.conflict(
                            "guardian.rights-by-timeline",
                            "The timeline of rights says otherwise: see rights-holders, and change it there.")
                    .field("/educationalRights", "guardian.rights-by-timeline", "As the timeline has it.")
                    .with("reason", judged.get());
        }
        begin(key, relation);
    }

    /** The rights end with yesterday; what was to begin later never does. What was never dated is dated now. */
    void end(Guardianship.Key key, GuardianRelation relation, Instant addedAt) {
        var yesterday = day.today().minusDays(1);
        var claims = claims(key, " and (ends_on is null or ends_on > ?)", yesterday);
        for (var claim : claims) {
            var known = entries.find(Ledger.RIGHTS, key.studentId(), claim).orElseThrow();
            if (known.period().beginsOn().isAfter(yesterday)) {
                entries.withdraw(Ledger.RIGHTS, key.studentId(), known, "Ended on its first day");
            } else {
                entries.end(Ledger.RIGHTS, key.studentId(), known, yesterday, "Guardian changed");
            }
        }
        var added = day.on(addedAt);
        if (claims.isEmpty() && !added.isAfter(yesterday)) {
            record(key, authority(relation), new Period(added, yesterday), null, null);
        }
    }

    /** A relation that was wrong suggested a wrong authority. */
    void correct(Guardianship.Key key, GuardianRelation wrong, GuardianRelation right) {
        var before = authority(wrong);
        var after = authority(right);
        if (!before.equals(after)) {
            for (var claim : claims(key, " and document_reference is null and authority = ?", before)) {
                var known = entries.find(Ledger.RIGHTS, key.studentId(), claim).orElseThrow();
                record(key, after, known.period(), "Relation corrected", claim);
            }
        }
    }

    private List<UUID> claims(Guardianship.Key key, String more, Object value) {
        var query = Query.of(CLAIMS, key.studentId(), key.guardianId()).plus(more, value);
        return rows.list(query, row -> row.getObject(1, UUID.class));
    }

    private void record(
            Guardianship.Key key, String authority, Period period, @Nullable String reason, @Nullable UUID corrects) {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("guardian_id", key.guardianId());
        details.put("authority", authority);
        details.put("effect", "GRANTED");
        entries.record(Ledger.RIGHTS, new Entry(key.studentId(), period, details, reason, corrects));
    }

    private String authority(GuardianRelation relation) {
        return rows.first(Query.of("select authority_of_relation(?)", relation.name()), row -> row.getString(1))
                .orElseThrow();
    }
}
