package org.schoolcase.referrals.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The agencies of the directory. */
@ApplicationScoped
public class AgencyRepository implements PanacheRepositoryBase<Agency, UUID> {

    public boolean isKnown(UUID id) {
        return count("id", id) > 0;
    }
}
