package org.schoolcase.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Says what has started, how long it took, and what is still waited for. */
final class Progress {
    private final Appendable out;
    private final long started = System.nanoTime();
    private final Set<String> waiting = new LinkedHashSet<>();

    Progress(Appendable out) {
        this.out = out;
    }

    synchronized void waitingFor(Collection<String> names) {
        waiting.addAll(names);
        line("starting " + String.join(", ", waiting));
    }

    synchronized void ready(String name) {
        waiting.remove(name);
        String rest = waiting.isEmpty() ? "" : "; waiting for " + String.join(", ", waiting);
        line(name + " is ready" + rest);
    }

    synchronized void line(String text) {
        try {
            out.append("%5.1f s  %s%n".formatted(elapsed().toMillis() / 1000.0, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
