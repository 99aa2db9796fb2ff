package org.schoolcase.students.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** The age of majority where the law data has one for the district's State; no number is made up elsewhere. */
@ApplicationScoped
class Majorities {

    /** The age, when the student reaches it (if his birth date is known), and where it stands. */
    record Majority(int age, @Nullable LocalDate reachedOn, String citation, String confidence) {}

    /** A birthday of 29 February is reached on 28 February. */
    private static final String OF_STUDENT = """
            select m.age, (s.birth_date + make_interval(years => m.age))::date as reached_on, m.citation, m.confidence
              from student s join majority_age m on m.jurisdiction = ?
             where s.id = ? and m.effective_from <= coalesce(s.birth_date + make_interval(years => m.age), now())
             order by m.effective_from desc limit 1""";

    private final Rows rows;
    private final Tenants tenants;
    private final Districts districts;

    Majorities(Rows rows, Tenants tenants, Districts districts) {
        this.rows = rows;
        this.tenants = tenants;
        this.districts = districts;
    }

    @Nullable
    Majority of(UUID studentId) {
        var state = districts.require(tenants.districtId()).jurisdiction();
        return rows.first(
                        Query.of(OF_STUDENT, state, studentId),
                        row -> new Majority(
                                row.getInt("age"),
                                row.getObject("reached_on", LocalDate.class),
                                row.getString("citation"),
                                row.getString("confidence")))
                .orElse(null);
    }
}
