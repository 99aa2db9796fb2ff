package org.schoolcase.students;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.TestDistrict;

/** Puts students, and what relates people to them, into the district of a test. */
@ApplicationScoped
@NullMarked
public class SchoolFixture {

    private final Tenants tenants;
    private final Rows rows;

    SchoolFixture(Tenants tenants, Rows rows) {
        this.tenants = tenants;
        this.rows = rows;
    }

    public UUID student(TestDistrict district, String givenName, String familyName, UUID... schools) {
        var id = Ids.next();
        write(
                district,
                "insert into student (id, sourced_id, given_name, family_name, birth_date, grade, school_ids)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                id.toString(),
                givenName,
                familyName,
                LocalDate.of(2015, 3, 7),
                "05",
                schools);
        return id;
    }

    public void teaches(TestDistrict district, UUID staff, UUID student, LocalDate from, LocalDate to) {
        write(
                district,
                "insert into teacher_student values (current_district(), ?, ?, ?, ?)",
                staff,
                student,
                from,
                to);
    }

    public void onTeam(TestDistrict district, UUID staff, UUID student, UUID caseId) {
        write(
                district,
                "insert into case_team (student_id, staff_id, case_id) values (?, ?, ?)",
                student,
                staff,
                caseId);
    }

    public void rosterStaff(TestDistrict district, UUID id, String givenName, String familyName, UUID... schools) {
        write(
                district,
                "insert into staff (id, sourced_id, given_name, family_name, roles, school_ids) values (?, ?, ?, ?, '{teacher}', ?)",
                id,
                id.toString(),
                givenName,
                familyName,
                schools);
    }

    public void write(TestDistrict district, String sql, Object... values) {
        tenants.runInDistrict(district.id(), () -> rows.write(sql, values));
    }

    public long count(TestDistrict district, String sql, Object... values) {
        return tenants.inDistrict(district.id(), () -> rows.first(Query.of(sql, values), row -> row.getLong(1))
                .orElseThrow());
    }
}
