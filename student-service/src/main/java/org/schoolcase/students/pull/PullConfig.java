package org.schoolcase.students.pull;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of roster pulls. */
@ConfigMapping(prefix = "schoolcase.roster-pull")
interface PullConfig {

    /** Keys for the secrets of sources, AES-256 in base64: the first one encrypts, all decrypt. Without one no source is kept. */
    Optional<List<String>> keys();

    /** Hosts that may be addressed although they are private, or not by TLS; by the name in the URL. */
    Optional<List<String>> allowedPrivateHosts();

    /** How often schedules and waiting runs are looked for. */
    @WithDefault("5s")
    String poll();

    /** Records asked for in one request. */
    @WithDefault("1000")
    int pageSize();

    /** Largest answer that is read. */
    @WithDefault("64M")
    MemorySize largestAnswer();

    /** How long one answer may take. */
    @WithDefault("60s")
    Duration answerTimeout();

    /** How often a request is repeated after 429 or 5xx, before the run is put off. */
    @WithDefault("5")
    int retries();

    /** First pause before a repetition; each further one is twice as long, a minute at most. */
    @WithDefault("1s")
    Duration backoff();

    /** How often a run is begun before it counts as failed. */
    @WithDefault("8")
    int attempts();

    /** How long a run belongs to a replica that is not heard of. */
    @WithDefault("5m")
    Duration lease();

    /** How far an increment reaches back behind the time of the run before, for records that were written late. */
    @WithDefault("5m")
    Duration overlap();
}
