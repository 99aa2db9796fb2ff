package org.schoolcase.students.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.timeline.DistrictDay;

/** Asks what the guardians of a student may do today; the function guardian_standing judges. */
@ApplicationScoped
class Standings {

    private final Rows rows;
    private final DistrictDay day;

    Standings(Rows rows, DistrictDay day) {
        this.rows = rows;
        this.day = day;
    }

    /** By guardian. */
    Map<UUID, Standing> of(UUID studentId) {
        var all = new HashMap<UUID, Standing>();
        rows.list(
                        Query.of("select * from guardian_standing(?, ?)", studentId, day.today()),
                        row -> Map.entry(
                                row.getObject("guardian_id", UUID.class),
                                new Standing(
                                        row.getBoolean("educational_rights"),
                                        row.getBoolean("may_contact"),
                                        row.getBoolean("barred"))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    Standing of(Guardianship.Key key) {
        return of(key.studentId()).getOrDefault(key.guardianId(), Standing.NONE);
    }
}
