package org.schoolcase.students.privacy.disclosure;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;
import org.schoolcase.kit.sql.Rows;

/** Keeps the names of agencies, so that the log can say to whom a record went. */
@ApplicationScoped
public class AgencyNameConsumer {

    static final String TYPE = "org.schoolcase.agency.profile.v1";

    private static final String STORE = """
            insert into agency_name (id, version, name) values (?, ?, ?)
            on conflict (district_id, id) do update set version = excluded.version, name = excluded.name
             where agency_name.version < excluded.version""";

    /** What is read of an agency. */
    record Agency(UUID agencyId, long version, String name) {}

    private final Inbox inbox;
    private final Rows rows;

    AgencyNameConsumer(Inbox inbox, Rows rows) {
        this.inbox = inbox;
        this.rows = rows;
    }

    @Incoming("privacy-agency-state")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("privacy-agency-state", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (!event.isTombstone() && event.type().equals(TYPE)) {
            var agency = event.data(Agency.class);
            rows.write(STORE, agency.agencyId(), agency.version(), agency.name());
        }
    }
}
