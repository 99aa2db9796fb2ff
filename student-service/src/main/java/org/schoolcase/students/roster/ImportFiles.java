package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.UUID;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.roster.oneroster.Limits;

/** Brings stored packages into files to read them, with the limits that hold for reading. */
@ApplicationScoped
class ImportFiles {

    private final PackageStore store;
    private final PackageSpool spool;
    private final Tenants tenants;
    private final RosterConfig config;

    ImportFiles(PackageStore store, PackageSpool spool, Tenants tenants, RosterConfig config) {
        this.store = store;
        this.spool = spool;
        this.tenants = tenants;
        this.config = config;
    }

    Path load(UUID districtId, UUID importId) {
        var file = spool.newFile();
        tenants.runInDistrict(districtId, () -> store.load(importId, file));
        return file;
    }

    void delete(Path file) {
        spool.delete(file);
    }

    Limits limits() {
        return config.limits();
    }
}
