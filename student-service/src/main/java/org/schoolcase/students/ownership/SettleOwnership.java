package org.schoolcase.students.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.ownership.OwnedField.Owner;

/** Use case: the district says who owns which field. */
@ApplicationScoped
class SettleOwnership {

    private final FieldOwners owners;
    private final Tenants tenants;
    private final CurrentUser caller;
    private final Audit audit;
    private final Clock clock;

    SettleOwnership(FieldOwners owners, Tenants tenants, CurrentUser caller, Audit audit, Clock clock) {
        this.owners = owners;
        this.tenants = tenants;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    OwnershipView handle(OwnershipRequest request, @Nullable String ifMatch) {
        var before = owners.view();
        ETags.requireMatch(ifMatch, before.version());
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        wanted(request)
                .forEach((field, owner) -> owners.settle(field, owner, before.version() + 1, caller.actor(), now));
        owners.compareAll();
        audit.wrote(AuditEntry.of("field-ownership.settle", "district", tenants.districtId())
                .fields("fields"));
        return owners.view();
    }

    private static Map<OwnedField, Owner> wanted(OwnershipRequest request) {
        var wanted = new EnumMap<OwnedField, Owner>(OwnedField.class);
        for (var field : OwnedField.values()) {
            wanted.put(field, field.usual());
        }
        for (int i = 0; i < request.fields().size(); i++) {
            var named = request.fields().get(i);
            var pointer = "/fields/" + i + "/field";
            var field = OwnedField.named(named.field()).orElseThrow(() -> ProblemException.unprocessable(
                            "field-ownership.unknown-field", "There is no such field to own.")
                    .field(pointer, "unknown-field", "Name a field as the list of owners does."));
            wanted.put(field, named.owner());
        }
        return wanted;
    }
}
