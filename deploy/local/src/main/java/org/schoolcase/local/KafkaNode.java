package org.schoolcase.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker and controller in this JVM; its log survives stop and start. */
final class KafkaNode {
    private final Path folder;
    private final Properties settings;
    private final String bootstrap;
    private final KafkaRaftServer server;

    private KafkaNode(StateFolder state, int port, int controllerPort) {
        this.folder = state.path().resolve("kafka");
        this.settings = settings(folder, port, controllerPort);
        this.bootstrap = "127.0.0.1:" + port;
        formatOnce();
        this.server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    }

    static KafkaNode start(StateFolder state, int port, int controllerPort) {
        KafkaNode node = new KafkaNode(state, port, controllerPort);
        node.server.startup();
        return node;
    }

    /** Makes the topics that are not there yet. */
    void create(Set<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> known = admin.listTopics().names().get();
            Set<NewTopic> missing = new HashSet<>(topics);
            missing.removeIf(topic -> known.contains(topic.name()));
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new LaunchException("Kafka refuses the topics: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted", e);
        }
    }

    void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    private void formatOnce() {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path file = folder.resolveSibling("kafka.properties");
            try (var out = Files.newOutputStream(file)) {
                settings.store(out, "made by the local run");
            }
            format(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void format(Path settings) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] command = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings.toString()};
        if (StorageTool.execute(command, out) != 0) {
            throw new LaunchException("Kafka's folder cannot be prepared: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", folder.toString(),
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0"));
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "broker.session.timeout.ms", "4000",
                "broker.heartbeat.interval.ms", "1000",
                "log.cleaner.dedupe.buffer.size", "8388608"));
        return settings;
    }
}
