package org.schoolcase.students.roster.oneroster;

import java.util.HashSet;
import java.util.Set;

/** Editions of OneRoster that are read. */
public enum Version {
    V1_1,
    V1_2;

    /** Names of all data files that a package of this version may list. */
    Set<String> fileNames() {
        var names = new HashSet<>(RosterFile.IGNORED_1_1);
        for (var file : RosterFile.values()) {
            names.add(file.fileName());
        }
        if (this == V1_2) {
            names.addAll(RosterFile.IGNORED_1_2);
        } else {
            names.remove(RosterFile.ROLES.fileName());
        }
        return names;
    }
}
