package org.schoolcase.students.roster.oneroster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a package wholly and remembers what came out. */
final class PackageProbe {

    final List<Finding> findings = new ArrayList<>();
    final Map<RosterFile, List<RosterRow>> rows = new EnumMap<>(RosterFile.class);
    int rejected;

    private PackageProbe() {}

    static PackageProbe read(Path zip) {
        var probe = new PackageProbe();
        try (var pack = RosterPackage.open(zip, Limits.USUAL)) {
            pack.checkStructure();
            for (var file : RosterFile.values()) {
                if (pack.manifest().mode(file).isPresent()) {
                    pack.read(file, false, probe.sink(file));
                }
            }
        }
        return probe;
    }

    List<String> codes() {
        return findings.stream().map(Finding::code).distinct().toList();
    }

    private RosterPackage.Sink sink(RosterFile file) {
        var sunk = rows.computeIfAbsent(file, key -> new ArrayList<>());
        return new RosterPackage.Sink() {
            @Override
            public void row(RosterRow row) {
                sunk.add(row);
            }

            @Override
            public void rejected(long line, @Nullable String sourcedId) {
                rejected++;
            }

            @Override
            public void found(Finding finding) {
                findings.add(finding);
            }
        };
    }
}
