package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.students.roster.oneroster.PackageFault;
import org.schoolcase.students.roster.oneroster.RosterPackage;

/** Takes a package from the wire into a file and refuses what cannot be read, before anything is stored. */
@ApplicationScoped
class PackageSpool {

    private static final int BUFFER = 1 << 16;

    private final RosterConfig config;

    PackageSpool(RosterConfig config) {
        this.config = config;
    }

    /** Spools and checks a package; refuses with the code and place of its first fault. The caller deletes the file. */
    ReceivedPackage receive(InputStream body, ImportWish wish) {
        var file = newFile();
        try {
            return check(file, spool(body, file), wish);
        } catch (PackageFault fault) {
            delete(file);
            throw problem(fault);
        } catch (IOException e) {
            delete(file);
            throw ProblemException.badRequest("package.truncated", "The upload stopped before its end.");
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    /** An empty file in the spool folder. */
    Path newFile() {
        try {
            return config.spoolFolder().isPresent()
                    ? Files.createTempFile(config.spoolFolder().get(), "roster-", ".zip")
                    : Files.createTempFile("roster-", ".zip");
        } catch (IOException e) {
            throw new IllegalStateException("No file can be made in the spool folder", e);
        }
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new IllegalStateException("A spooled package cannot be deleted", e);
        }
    }

    private String spool(InputStream body, Path file) throws IOException {
        var sha = DigestUtils.getSha256Digest();
        try (var out = new DigestOutputStream(Files.newOutputStream(file), sha)) {
            copy(body, out);
        }
        return Hex.encodeHexString(sha.digest());
    }

    private void copy(InputStream body, OutputStream out) throws IOException {
        long limit = config.maxPackageSize().asLongValue();
        var buffer = new byte[BUFFER];
        long total = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            total += read;
            if (total > limit) {
                throw ProblemException.of(
                        413, "package.too_large", "Too large", "A package has " + limit + " bytes at most.");
            }
            out.write(buffer, 0, read);
        }
    }

    private ReceivedPackage check(Path file, String sha256, ImportWish wish) throws IOException {
        try (var pack = RosterPackage.open(file, config.limits())) {
            var rows = pack.checkStructure();
            return new ReceivedPackage(
                    Ids.next(), wish, file, Files.size(file), sha256, pack.manifest(), rows, pack.ignored());
        }
    }

    private static ProblemException problem(PackageFault fault) {
        var problem = ProblemException.badRequest(fault.code(), fault.detail());
        if (!fault.file().isEmpty()) {
            problem = problem.with("file", fault.file());
        }
        if (fault.line() > 0) {
            problem = problem.with("line", fault.line());
        }
        return fault.column() == null ? problem : problem.with("column", fault.column());
    }
}
