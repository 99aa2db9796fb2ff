package org.schoolcase.students.district;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.District;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.http.Precondition;

/** Use case: the operator registers a district, or changes what is known of it; all services learn of it. */
@ApplicationScoped
class RegisterDistrict {

    /** What came of it. */
    sealed interface Outcome {
        record Registered(District district) implements Outcome {}

        record Changed(District district) implements Outcome {}

        record IssuerTaken() implements Outcome {}
    }

    private final Tenants tenants;
    private final Districts districts;
    private final Rows rows;
    private final Outbox outbox;
    private final Audit audit;

    RegisterDistrict(Tenants tenants, Districts districts, Rows rows, Outbox outbox, Audit audit) {
        this.tenants = tenants;
        this.districts = districts;
        this.rows = rows;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** The operator is of no district: the entry in the trail and the event are of the district concerned. */
    Outcome handle(UUID id, DistrictRequest wanted, Precondition precondition) {
        return tenants.inDistrict(id, () -> register(id, wanted, precondition));
    }

    private Outcome register(UUID id, DistrictRequest wanted, Precondition precondition) {
        rows.list(Query.of("select pg_advisory_xact_lock(hashtext('register-district'))"), _ -> true);
        var before = version(id);
        before.ifPresentOrElse(precondition::requireCurrent, precondition::requireNew);
        var district = wanted.toDistrict(id, before.map(v -> v + 1).orElse(0L));
        if (isTaken(district.issuer(), id)) {
            return new Outcome.IssuerTaken();
        }
        districts.upsert(district);
        outbox.state(DistrictProfile.TOPIC, id, DistrictProfile.TYPE, DistrictProfile.of(district));
        audit.wrote(AuditEntry.of(before.isPresent() ? "district.change" : "district.register", "district", id)
                .fields("name", "jurisdiction", "timeZone", "languages", "issuer", "active"));
        return before.isPresent() ? new Outcome.Changed(district) : new Outcome.Registered(district);
    }

    private Optional<Long> version(UUID id) {
        return rows.first(Query.of("select version from district where id = ?", id), row -> row.getLong("version"));
    }

    private boolean isTaken(String issuer, UUID id) {
        return rows.first(Query.of("select 1 from district where issuer = ? and id <> ?", issuer, id), _ -> true)
                .isPresent();
    }
}
