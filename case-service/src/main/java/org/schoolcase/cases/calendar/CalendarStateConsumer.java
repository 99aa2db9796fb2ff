package org.schoolcase.cases.calendar;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.cases.deadlinequeue.DirtyCases;
import org.schoolcase.cases.deadlinequeue.DirtyCases.Because;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Keeps the copy of the calendars up to date, and has deadlines computed anew when one changes. */
@ApplicationScoped
public class CalendarStateConsumer {

    static final String TOPIC = "schoolcase.calendar.state";
    static final String PROFILE = "org.schoolcase.calendar.profile.v1";

    private final Inbox inbox;
    private final StoredCalendars calendars;
    private final DirtyCases dirty;

    CalendarStateConsumer(Inbox inbox, StoredCalendars calendars, DirtyCases dirty) {
        this.inbox = inbox;
        this.calendars = calendars;
        this.dirty = dirty;
    }

    @Incoming("calendar-state")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("calendar-state", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (event.isTombstone()) {
            calendars.remove(UUID.fromString(event.key()));
            dirty.markDistrict(Because.CALENDAR);
        } else if (event.type().equals(PROFILE) && calendars.store(event.data(CalendarState.class))) {
            dirty.markDistrict(Because.CALENDAR);
        }
    }
}
