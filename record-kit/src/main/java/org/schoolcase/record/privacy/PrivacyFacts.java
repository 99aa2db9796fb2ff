package org.schoolcase.record.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.schoolcase.kit.outbox.Outbox;

/** Tells the student service what this service has done, under the types that are this service's own. */
@ApplicationScoped
class PrivacyFacts {

    private final Outbox outbox;
    private final Clock clock;
    private final String service;

    PrivacyFacts(Outbox outbox, Clock clock, @ConfigProperty(name = "schoolcase.service") String service) {
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    void ready(PrivacyConsumer.ExportRequested request, ExportParts.Stored part) {
        outbox.append(new ExportPartReady(
                type("export-part-ready"),
                request.exportId(),
                request.studentId(),
                part.rows(),
                part.sha256(),
                request.asking(),
                clock.instant()));
    }

    void destroyed(UUID destructionId, UUID studentId, List<StudentRecord.Destroyed> counts) {
        outbox.append(new RecordDestroyed(type("record-destroyed"), destructionId, studentId, counts, clock.instant()));
    }

    private String type(String fact) {
        return "org.schoolcase." + service + "." + fact + ".v1";
    }
}
