package org.schoolcase.referrals.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.problem.ProblemException;

/** The referrals that the transaction's tenant may see. */
@ApplicationScoped
public class ReferralRepository implements PanacheRepositoryBase<Referral, UUID> {

    /** What a list of the school narrows to; what is absent does not narrow. */
    record Filter(
            @Nullable UUID caseId,
            @Nullable UUID studentId,
            @Nullable UUID agencyId,
            @Nullable String state) {

        String name() {
            return "referrals|%s|%s|%s|%s".formatted(caseId, studentId, agencyId, state);
        }
    }

    /** Whose referrals the caller may list: all, those of cases he manages, those of his schools' students. */
    record Reach(boolean all, @Nullable UUID caseManager, Set<UUID> schools) {}

    /** The referral, held by this transaction until it ends: of two answers one comes first. */
    public Referral lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    /** Referrals within reach, newest first, one more than the limit. */
    List<Referral> list(Filter filter, Reach reach, Cursor from, int limit) {
        var where = new StringBuilder("1 = 1");
        var parameters = new HashMap<String, Object>();
        narrow(where, parameters, "caseId", filter.caseId());
        narrow(where, parameters, "studentId", filter.studentId());
        narrow(where, parameters, "agencyId", filter.agencyId());
        narrow(where, parameters, "state", filter.state());
        if (!reach.all()) {
            where.append(" and (").append(within(reach, parameters)).append(')');
        }
        if (!from.isStart()) {
            where.append(" and id < :before");
            parameters.put("before", from.uuid(0));
        }
        return find(where + " order by id desc", parameters).range(0, limit).list();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(name).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    private static String within(Reach reach, Map<String, Object> parameters) {
        var allowed = new StringBuilder("1 = 0");
        if (reach.caseManager() != null) {
            allowed.append(" or caseId in (select c.id from CaseFile c where c.caseManagerId = :caseManager)");
            parameters.put("caseManager", reach.caseManager());
        }
        if (!reach.schools().isEmpty()) {
            allowed.append(
                    " or studentId in (select s.id from Student s where array_intersects(s.schoolIds, :schools))");
            parameters.put("schools", reach.schools().toArray(UUID[]::new));
        }
        return allowed.toString();
    }
}
