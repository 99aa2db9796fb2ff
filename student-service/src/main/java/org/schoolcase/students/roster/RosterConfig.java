package org.schoolcase.students.roster;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.schoolcase.students.roster.oneroster.Limits;

/** Limits of roster imports. */
@ConfigMapping(prefix = "schoolcase.roster")
interface RosterConfig {

    /** Largest package that is received. Keep quarkus.http.limits.max-body-size at least as large. */
    @WithDefault("512M")
    MemorySize maxPackageSize();

    /** Largest size of all files of a package together, unpacked. */
    @WithDefault("8G")
    MemorySize maxUnpackedSize();

    /** Most rows that are merged in one transaction; under load it takes fewer, so that none takes long. */
    @WithDefault("5000")
    int chunkRows();

    /** Folder for a package while it is checked or read; the system's folder for temporary files when not set. */
    Optional<Path> spoolFolder();

    /** How often an import is begun before it counts as failed. */
    @WithDefault("10")
    int attempts();

    /** Share of a file's active records, in percent, that a bulk file may end without being asked about. */
    @WithDefault("10")
    @Min(0)
    @Max(100)
    int safetyStopPercent();

    /** How long an import waits for a confirmation before it is called off; later packages of the district wait behind it. */
    @WithDefault("72h")
    Duration confirmationTime();

    default Limits limits() {
        var usual = Limits.USUAL;
        return new Limits(maxUnpackedSize().asLongValue(), usual.ratio(), usual.lineLength(), usual.cellLength());
    }
}
