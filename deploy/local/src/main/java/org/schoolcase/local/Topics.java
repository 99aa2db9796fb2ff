package org.schoolcase.local;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;

/** The suite's topics: facts kept for good, state compacted, and a dead-letter topic per topic and reading service. */
public final class Topics {
    public static final List<String> FACTS = List.of(
            "schoolcase.student.events",
            "schoolcase.case.events",
            "schoolcase.referral.events",
            "schoolcase.notification.events");
    public static final List<String> STATE = List.of(
            "schoolcase.district.state",
            "schoolcase.student.state",
            "schoolcase.staff.state",
            "schoolcase.calendar.state",
            "schoolcase.agency.state");

    private static final int PARTITIONS = 4;
    private static final short REPLICAS = 1;
    private static final Map<String, String> KEPT = Map.of("cleanup.policy", "delete", "retention.ms", "-1");

    private Topics() {}

    /** The name of the topic that takes what a service cannot read or handle. */
    public static String deadLetters(String topic, Service reader) {
        return topic + "." + reader.module() + ".dlq";
    }

    static Set<NewTopic> all() {
        Set<NewTopic> topics = new LinkedHashSet<>();
        FACTS.forEach(name -> topics.add(new NewTopic(name, PARTITIONS, REPLICAS).configs(KEPT)));
        STATE.forEach(name ->
                topics.add(new NewTopic(name, PARTITIONS, REPLICAS).configs(Map.of("cleanup.policy", "compact"))));
        for (Service reader : Service.values()) {
            FACTS.forEach(name -> topics.add(deadLetterTopic(name, reader)));
            STATE.forEach(name -> topics.add(deadLetterTopic(name, reader)));
        }
        return topics;
    }

    private static NewTopic deadLetterTopic(String topic, Service reader) {
        return new NewTopic(deadLetters(topic, reader), 1, REPLICAS).configs(KEPT);
    }
}
