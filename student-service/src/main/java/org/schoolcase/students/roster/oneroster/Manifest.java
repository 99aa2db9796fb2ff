package org.schoolcase.students.roster.oneroster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What manifest.csv says about the package.
 *
 * @param files mode of each file that the package holds, by name without {@code .csv}
 */
public record Manifest(Version version, Map<String, Mode> files) {

    static final String FILE = "manifest.csv";
    private static final List<String> HEADER = List.of("propertyName", "value");

    public Optional<Mode> mode(RosterFile file) {
        return Optional.ofNullable(files.get(source(file).fileName()));
    }

    /** The file that the rows of this one come from: 1.1 keeps the roles in users. */
    public RosterFile source(RosterFile file) {
        return version == Version.V1_1 && file == RosterFile.ROLES ? RosterFile.USERS : file;
    }

    /** Collects the lines of manifest.csv. */
    static final class Parser implements CsvLines.Sink {

        private final Map<String, String> values = new HashMap<>();
        private final Map<String, Long> lines = new HashMap<>();
        private boolean headerSeen;

        @Override
        public void line(CsvLines.Line line) {
            if (!headerSeen) {
                header(line);
            } else if (line.cells().size() != 2) {
                throw fault("manifest.invalid_property", line.number(), "A property has a name and a value.");
            } else {
                property(line.number(), line.cells().get(0), line.cells().get(1));
            }
        }

        private void header(CsvLines.Line line) {
            if (!line.cells().equals(HEADER)) {
                throw fault("manifest.invalid_header", line.number(), "The header must be propertyName,value.");
            }
            headerSeen = true;
        }

        private void property(long line, String name, String value) {
            if (values.putIfAbsent(name, value) != null) {
                throw fault("manifest.duplicate_property", line, "A property stands twice.");
            }
            lines.put(name, line);
        }

        Manifest manifest(Set<String> present) {
            if (!headerSeen) {
                throw fault("manifest.invalid_header", 1, "The header must be propertyName,value.");
            }
            var version = version();
            var files = new HashMap<String, Mode>();
            for (var property : values.keySet()) {
                if (property.startsWith("file.")) {
                    file(version, property, present).ifPresent(mode -> files.put(property.substring(5), mode));
                }
            }
            present.stream()
                    .filter(name -> !files.containsKey(name))
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw PackageFault.ofFile(
                                "manifest.file_unexpected", name + ".csv", "The file is not listed in the manifest.");
                    });
            return new Manifest(version, Map.copyOf(files));
        }

        private Version version() {
            return switch (values.getOrDefault("oneroster.version", "")) {
                case "1.1" -> Version.V1_1;
                case "1.2" -> Version.V1_2;
                default ->
                    throw fault(
                            "manifest.unsupported_version",
                            lines.getOrDefault("oneroster.version", 0L),
                            "oneroster.version must be 1.1 or 1.2.");
            };
        }

        private Optional<Mode> file(Version version, String property, Set<String> present) {
            var name = property.substring(5);
            long line = lines.getOrDefault(property, 0L);
            if (!version.fileNames().contains(name)) {
                throw fault("manifest.unknown_file", line, "The standard has no file of this name.");
            }
            var mode = mode(property, line);
            if (mode.isPresent() && !present.contains(name)) {
                throw fault("manifest.file_missing", line, "The listed file " + name + ".csv is not in the package.");
            }
            if (mode.isEmpty() && present.contains(name)) {
                throw fault("manifest.file_unexpected", line, name + ".csv is in the package, but listed as absent.");
            }
            return mode;
        }

        private Optional<Mode> mode(String property, long line) {
            return switch (values.getOrDefault(property, "")) {
                case "bulk" -> Optional.of(Mode.BULK);
                case "delta" -> Optional.of(Mode.DELTA);
                case "absent" -> Optional.empty();
                default -> throw fault("manifest.invalid_file_mode", line, "A mode is bulk, delta or absent.");
            };
        }

        private static PackageFault fault(String code, long line, String detail) {
            return new PackageFault(code, FILE, line, null, detail);
        }
    }
}
