package org.schoolcase.referrals.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;

/** The services of all agencies. */
@ApplicationScoped
public class OfferedServiceRepository implements PanacheRepositoryBase<OfferedService, UUID> {

    /** What a search of the directory asks for; what is absent does not narrow. */
    record Search(
            @Nullable String need,
            @Nullable String language,
            @Nullable Integer age) {

        String name() {
            return "services|%s|%s|%s".formatted(need, language, age);
        }
    }

    /** Services open for referrals in the order of their names, one more than the limit. */
    List<OfferedService> open(Search search, Cursor from, int limit) {
        var where = new StringBuilder("status = 'active'");
        var parameters = new HashMap<String, Object>();
        if (search.need() != null) {
            where.append(" and array_contains(needs, :need)");
            parameters.put("need", search.need());
        }
        if (search.language() != null) {
            where.append(" and array_contains(languages, :language)");
            parameters.put("language", search.language());
        }
        if (search.age() != null) {
            where.append(" and minimumAge <= :age and maximumAge >= :age");
            parameters.put("age", search.age());
        }
        if (!from.isStart()) {
            where.append(" and (name > :name or (name = :name and id > :id))");
            parameters.put("name", from.text(0));
            parameters.put("id", from.uuid(1));
        }
        return find(where + " order by name, id", parameters).range(0, limit).list();
    }
}
