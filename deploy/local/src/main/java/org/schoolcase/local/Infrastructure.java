package org.schoolcase.local;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the services stand on: database, broker, identity provider, mail; each can be started and stopped alone. */
final class Infrastructure {
    private final SuiteOptions options;
    private final StateFolder state;
    private final Secrets secrets;
    private final Progress progress;
    private volatile @Nullable PostgresServer postgres;
    private volatile @Nullable KafkaNode kafka;
    private volatile @Nullable KeycloakServer keycloak;
    private volatile @Nullable MailServer mail;
    private volatile @Nullable InboxPage inboxPage;

    Infrastructure(SuiteOptions options, StateFolder state, Secrets secrets, Progress progress) {
        this.options = options;
        this.state = state;
        this.secrets = secrets;
        this.progress = progress;
    }

    void startPostgres() {
        PostgresServer server = PostgresServer.start(state, options.ports().postgres());
        postgres = server;
        List.of(Service.values()).forEach(service -> server.prepare(service, secrets));
        progress.ready("PostgreSQL");
    }

    void stopPostgres() {
        PostgresServer running = postgres;
        postgres = null;
        if (running != null) {
            running.stop();
        }
    }

    /** Ends the server as a crash would, and then its handle, which holds a lock on the data. */
    void killPostgres() {
        PostgresServer.crash(state);
        stopPostgres();
    }

    void startKafka() {
        KafkaNode node =
                KafkaNode.start(state, options.ports().kafka(), options.ports().kafkaController());
        kafka = node;
        node.create(Topics.all());
        progress.ready("Kafka");
    }

    void stopKafka() {
        KafkaNode running = kafka;
        kafka = null;
        if (running != null) {
            running.stop();
        }
    }

    void startKeycloak() {
        KeycloakServer server =
                KeycloakServer.start(options.root(), state, options.ports().keycloak(), secrets);
        keycloak = server;
        server.awaitReady();
        progress.ready("Keycloak");
    }

    void stopKeycloak() {
        KeycloakServer running = keycloak;
        keycloak = null;
        if (running != null) {
            running.stop();
        }
    }

    void startMail() {
        MailServer server = MailServer.start(options.ports().smtp());
        mail = server;
        inboxPage = InboxPage.start(options.ports().inboxPage(), server);
        progress.ready("mail server");
    }

    void stopMail() {
        InboxPage page = inboxPage;
        inboxPage = null;
        if (page != null) {
            page.stop();
        }
        MailServer running = mail;
        mail = null;
        if (running != null) {
            running.stop();
        }
    }

    MailServer mails() {
        MailServer running = mail;
        if (running == null) {
            throw new IllegalStateException("the mail server does not run");
        }
        return running;
    }
}
