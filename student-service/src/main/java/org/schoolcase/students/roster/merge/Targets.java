package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.students.roster.oneroster.Column;
import org.schoolcase.students.roster.oneroster.Manifest;
import org.schoolcase.students.roster.oneroster.Mode;
import org.schoolcase.students.roster.oneroster.RosterFile;

/**
 * What rows may point to. A bulk file holds everything there is, so what it does not hold is no target; a delta may point
 * to stored records, too (CSV Binding 1.2.1, self-contained bulk sets).
 */
final class Targets {

    private static final String DISTRICTS = "SELECT id FROM roster_org WHERE type = 'district'";

    private final DistrictSession session;
    private final Manifest manifest;
    private final Set<RosterFile> finished;
    private final Map<RosterFile, IdSet> present = new EnumMap<>(RosterFile.class);
    private final Map<RosterFile, IdSet> former = new EnumMap<>(RosterFile.class);
    private final Set<UUID> districts = new HashSet<>();

    /** Files that are finished need not be read again: they are as stored. */
    Targets(DistrictSession session, Manifest manifest, Set<RosterFile> finished) throws SQLException {
        this.session = session;
        this.manifest = manifest;
        this.finished = finished;
        session.query(DISTRICTS, row -> districts.add(row.getObject(1, UUID.class)));
    }

    /** Makes ready what rows of this file point to, and that its own rows can be pointed to. */
    void prepare(RosterFile file) throws SQLException {
        for (var column : file.kept()) {
            if (column.refers()) {
                load(file(column));
            }
        }
        if (file == RosterFile.DEMOGRAPHICS) {
            load(RosterFile.USERS);
        }
        load(file);
    }

    static boolean isTarget(RosterFile file) {
        return switch (file) {
            case ORGS, ACADEMIC_SESSIONS, COURSES, CLASSES, USERS -> true;
            case ROLES, ENROLLMENTS, DEMOGRAPHICS -> false;
        };
    }

    static RosterFile file(Column column) {
        return RosterFile.named(String.valueOf(column.target()));
    }

    private void load(RosterFile file) throws SQLException {
        if (present.containsKey(file) || !isTarget(file)) {
            return;
        }
        var ids = new IdSet();
        var ended = new IdSet();
        present.put(file, ids);
        former.put(file, ended);
        boolean bulk = manifest.mode(file).filter(Mode.BULK::equals).isPresent();
        if (!bulk || finished.contains(file)) {
            session.query("SELECT id, status = 'ACTIVE' FROM " + file.table(), row -> {
                var active = row.getBoolean(2);
                (bulk && !active ? ended : ids).add(row.getObject(1, UUID.class));
            });
        }
    }

    /** The package has a good row of this id. */
    void hold(RosterFile file, UUID id, boolean isDistrict) {
        Objects.requireNonNull(present.get(file)).add(id);
        if (isDistrict) {
            districts.add(id);
        } else if (file == RosterFile.ORGS) {
            districts.remove(id);
        }
    }

    /** A stored record that the package does not hold. */
    void release(RosterFile file, UUID id) {
        Objects.requireNonNull(former.get(file)).add(id);
    }

    boolean holds(RosterFile file, UUID id) {
        return Objects.requireNonNull(present.get(file)).contains(id);
    }

    /** Holds it, or is stored without being held any more. */
    boolean knows(RosterFile file, UUID id) {
        return holds(file, id) || Objects.requireNonNull(former.get(file)).contains(id);
    }

    boolean isDistrict(UUID org) {
        return districts.contains(org);
    }
}
