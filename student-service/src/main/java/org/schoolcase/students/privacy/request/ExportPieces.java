package org.schoolcase.students.privacy.request;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the pieces of an export come from and go to. */
@ApplicationScoped
class ExportPieces {

    private final StudentPart own;
    private final OtherParts others;
    private final ExportZip zip;
    private final ExportFiles files;
    private final PrivacyConfig config;

    ExportPieces(StudentPart own, OtherParts others, ExportZip zip, ExportFiles files, PrivacyConfig config) {
        this.own = own;
        this.others = others;
        this.zip = zip;
        this.files = files;
        this.config = config;
    }

    JsonNode fetch(String service, UUID exportId, @Nullable String sha256, String authorization) {
        return others.fetch(service, exportId, sha256, authorization);
    }

    /** Puts this service's own part before the others', and stores all as one file. */
    @Transactional(TxType.MANDATORY)
    ExportFiles.Stored store(AccessRequestView request, List<JsonNode> parts) {
        var all = new ArrayList<JsonNode>();
        all.add(own.assemble(request.studentId()));
        all.addAll(parts);
        return files.store(request.id(), zip.write(request, all));
    }

    Duration keep() {
        return config.exportKeep();
    }
}
