package org.schoolcase.cases.caseload.balance;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case manager as the balance sees him.
 *
 * @param load what he carries: weight, or cases where the district sets no weights
 * @param most the smallest cap that holds for all his cases; none where the district sets none
 * @param citation where the district set it
 * @param schools where he works; none says the whole district
 * @param known whether the district tells of him as working
 */
record Carrier(
        UUID staffId,
        BigDecimal load,
        @Nullable BigDecimal most,
        @Nullable String citation,
        Set<UUID> schools,
        boolean known) {

    boolean isOver() {
        return most != null && load.compareTo(most) > 0;
    }

    boolean hasRoomFor(BigDecimal weight) {
        return known && (most == null || load.add(weight).compareTo(most) <= 0);
    }

    boolean worksAt(Set<UUID> studentSchools) {
        return schools.isEmpty() || schools.stream().anyMatch(studentSchools::contains);
    }

    Carrier plus(BigDecimal weight) {
        return new Carrier(staffId, load.add(weight), most, citation, schools, known);
    }
}
