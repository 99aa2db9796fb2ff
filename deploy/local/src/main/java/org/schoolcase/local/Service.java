package org.schoolcase.local;

import java.nio.file.Path;

/** The four services of the suite, in the order of their ports. */
public enum Service {
    STUDENT,
    CASE,
    REFERRAL,
    NOTIFICATION;

    /** The short name, as in topics, databases and log files: {@code student}. */
    public String shortName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The Maven module: {@code student-service}. */
    public String module() {
        return shortName() + "-service";
    }

    /** The packaged service's runnable jar under the project's root. */
    Path jar(Path root) {
        return root.resolve(module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
