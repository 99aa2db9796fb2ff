package org.schoolcase.kit.registry;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;
import org.schoolcase.kit.tenant.District;
import org.schoolcase.kit.tenant.Districts;

/** Keeps every service's registry of districts up to date. */
@ApplicationScoped
public class DistrictStateConsumer {

    private static final String PROFILE = "org.schoolcase.district.profile.v1";

    record Profile(
            UUID districtId,
            String name,
            String jurisdiction,
            String timeZone,
            List<String> languages,
            String issuer,
            boolean active,
            long version) {

        District toDistrict() {
            return new District(
                    districtId, name, jurisdiction, ZoneId.of(timeZone), languages, issuer, active, version);
        }
    }

    private final Inbox inbox;
    private final Districts districts;

    DistrictStateConsumer(Inbox inbox, Districts districts) {
        this.inbox = inbox;
        this.districts = districts;
    }

    @Incoming("district-state")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("district-state", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (PROFILE.equals(event.type()) && !event.isTombstone()) {
            districts.upsert(event.data(Profile.class).toDistrict());
        }
    }
}
