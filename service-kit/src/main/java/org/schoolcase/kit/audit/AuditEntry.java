package org.schoolcase.kit.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be remembered of an access: the action, the record, and names of fields, never values.
 *
 * @param action such as {@code case.open}
 * @param entity kind of the record, such as {@code case}
 * @param basis legal ground of a disclosure: a section such as {@code 34 CFR 99.31(a)(1)}, or {@code consent:ID}
 */
public record AuditEntry(
        String action,
        String entity,
        UUID entityId,
        @Nullable UUID studentId,
        List<String> fields,
        @Nullable String basis) {

    /** An entry about one record. */
    public static AuditEntry of(String action, String entity, UUID entityId) {
        return new AuditEntry(action, entity, entityId, null, List.of(), null);
    }

    /** Whose record it is. */
    public AuditEntry student(@Nullable UUID id) {
        return new AuditEntry(action, entity, entityId, id, fields, basis);
    }

    /** Which fields were written, shown or disclosed. */
    public AuditEntry fields(String... names) {
        return new AuditEntry(action, entity, entityId, studentId, List.of(names), basis);
    }

    /** On which legal ground. */
    public AuditEntry basis(String ground) {
        return new AuditEntry(action, entity, entityId, studentId, fields, ground);
    }
}
