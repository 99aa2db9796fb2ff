package org.schoolcase.students.indicator.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: a file comes in, is cut into parts while it does, and queued; a part is all that is held in memory. */
@ApplicationScoped
class ReceiveFile {

    private static final int PART = 1 << 18;

    private final Imports imports;
    private final QueueFile queueFile;
    private final ImportJob job;

    ReceiveFile(Imports imports, QueueFile queueFile, ImportJob job) {
        this.imports = imports;
        this.queueFile = queueFile;
        this.job = job;
    }

    RestResponse<ImportView> handle(DataKind kind, String source, @Nullable Coverage coverage, InputStream body) {
        var id = Ids.next();
        boolean queued = false;
        try {
            var answer = queueFile.handle(receive(id, kind, source, coverage, body));
            queued = answer.getHeaders().getFirst("Idempotency-Replayed") == null;
            job.wake();
            return answer;
        } catch (IOException e) {
            throw ProblemException.badRequest("csv.truncated", "The upload stopped before its end.");
        } finally {
            if (!queued) {
                QuarkusTransaction.requiringNew().run(() -> imports.dropParts(id));
            }
        }
    }

    private Imports.Received receive(
            java.util.UUID id, DataKind kind, String source, @Nullable Coverage coverage, InputStream body)
            throws IOException {
        var header = new ArrayList<String>();
        var parts = new AtomicInteger();
        var sha = DigestUtils.getSha256Digest();
        new CsvParts(PART, part -> {
                    if (parts.get() == 0) {
                        header.addAll(CsvRows.header(kind, part.content()));
                    }
                    QuarkusTransaction.requiringNew().run(() -> imports.addPart(id, parts.getAndIncrement(), part));
                })
                .cut(new DigestInputStream(body, sha));
        if (parts.get() == 0) {
            throw ProblemException.badRequest("csv.empty", "The file is empty.");
        }
        return new Imports.Received(
                id, kind, source, coverage, List.copyOf(header), parts.get(), Hex.encodeHexString(sha.digest()));
    }
}
