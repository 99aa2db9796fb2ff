package org.schoolcase.kit.journal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the running transaction leaves behind besides its data (events, audit entries, the first answer) and
 * writes it before the commit. Either all of it is stored with the data, or nothing is.
 */
@ApplicationScoped
public class Journal {

    /** Fired after a commit that stored events. */
    public record EventsCommitted() {}

    private static final String KEY = Journal.class.getName();

    private final TransactionSynchronizationRegistry transactions;
    private final AgroalDataSource dataSource;
    private final Event<EventsCommitted> committed;

    Journal(
            TransactionSynchronizationRegistry transactions,
            AgroalDataSource dataSource,
            Event<EventsCommitted> committed) {
        this.transactions = transactions;
        this.dataSource = dataSource;
        this.committed = committed;
    }

    /** Adds an event; an error of ours outside a transaction. */
    public void add(PendingEvent event) {
        entries().events.add(event);
    }

    /** Adds an audit entry; an error of ours outside a transaction. */
    public void add(PendingAudit entry) {
        entries().audit.add(entry);
    }

    /** Sets the answer to be given again; an error of ours outside a transaction. */
    public void answer(FirstAnswer answer) {
        entries().answer = answer;
    }

    private Entries entries() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(
                    "Events, audit entries and answers are stored with their data, in a transaction");
        }
        if (transactions.getResource(KEY) instanceof Entries known) {
            return known;
        }
        var entries = new Entries();
        transactions.putResource(KEY, entries);
        transactions.registerInterposedSynchronization(entries);
        return entries;
    }

    private final class Entries implements Synchronization {
        private final List<PendingEvent> events = new ArrayList<>();
        private final List<PendingAudit> audit = new ArrayList<>();
        private @Nullable FirstAnswer answer;

        @Override
        public void beforeCompletion() {
            if (events.isEmpty() && audit.isEmpty() && answer == null) {
                return;
            }
            try (var connection = dataSource.getConnection()) {
                new JournalWriter(connection).write(events, audit, answer);
            } catch (SQLException e) {
                throw new IllegalStateException("What a transaction leaves behind could not be stored", e);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED && !events.isEmpty()) {
                committed.fire(new EventsCommitted());
            }
        }
    }
}
