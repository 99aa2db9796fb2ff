package org.schoolcase.students.privacy.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.inbox.ReceivedEvent;
import org.schoolcase.students.privacy.PrivacyEvents;

/** Learns which services have assembled their parts of an export. */
@ApplicationScoped
class PartsConsumer implements PrivacyEvents {

    /** What is read of a part that is ready; formerly without the number of the asking that it answers. */
    record PartReady(
            UUID exportId,
            int rows,
            String sha256,
            @Nullable Integer asking,
            Instant at) {
        PartReady {
            Objects.requireNonNull(exportId, "exportId");
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(at, "at");
        }
    }

    private final AccessRequests requests;

    PartsConsumer(AccessRequests requests) {
        this.requests = requests;
    }

    @Override
    public void on(ReceivedEvent event) {
        switch (event.type()) {
            case "org.schoolcase.case.export-part-ready.v1" -> ready("case-service", event);
            case "org.schoolcase.referral.export-part-ready.v1" -> ready("referral-service", event);
            case "org.schoolcase.notification.export-part-ready.v1" -> ready("notification-service", event);
            default -> {
                // other facts are for others
            }
        }
    }

    private void ready(String service, ReceivedEvent event) {
        var part = event.data(PartReady.class);
        requests.partReady(service, part);
    }
}
