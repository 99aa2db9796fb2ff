package org.schoolcase.students.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Audit of what was shown of people: one entry per page with the names of filter and members, never values. */
@ApplicationScoped
class RosterTrail {

    private final Audit audit;
    private final Rows rows;

    RosterTrail(Audit audit, Rows rows) {
        this.audit = audit;
        this.rows = rows;
    }

    /** Id is the record's; of a list the district's. */
    void showed(Operation operation, UUID id, ReadRequest request) {
        var resource = operation.collection().resource();
        if (resource.person().isEmpty()) {
            return;
        }
        var entry = AuditEntry.of("oneroster." + operation.id(), resource.singular(), id)
                .fields(names(request));
        audit.showed(
                operation.single() ? student(resource, id).map(entry::student).orElse(entry) : entry);
    }

    private static String[] names(ReadRequest request) {
        var names = new ArrayList<String>();
        request.filter().fields().forEach(field -> names.add("filter:" + field));
        request.fields().forEach(field -> names.add(field.name()));
        return names.toArray(String[]::new);
    }

    /** The student whose record it is; records of staff and family are of no student. */
    private Optional<UUID> student(Resource resource, UUID id) {
        return rows.first(
                Query.of(
                        "SELECT s.id FROM " + resource.entity().table() + " t JOIN student s ON s.id = "
                                + resource.person().orElseThrow() + " WHERE t.id = ?",
                        id),
                row -> row.getObject(1, UUID.class));
    }
}
