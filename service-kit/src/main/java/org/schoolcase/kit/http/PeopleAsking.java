package org.schoolcase.kit.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Sees whether people use the service: then work in the background leaves them a part of the machine. */
@Singleton
public class PeopleAsking {

    private static final long RECENT = Duration.ofSeconds(1).toNanos();

    private final Optional<String> ignored;
    private final LongSupplier nanoTime;
    private volatile long last;

    @Inject
    PeopleAsking(@ConfigProperty(name = "schoolcase.http.ignored-path") Optional<String> ignored) {
        this(ignored, System::nanoTime);
    }

    /**
     * Begins as if nobody had asked for long.
     *
     * @param ignored how paths begin under which people only ask how the work in the background gets on
     * @param nanoTime what the time is, in nanoseconds from any start
     */
    public PeopleAsking(Optional<String> ignored, LongSupplier nanoTime) {
        this.ignored = ignored;
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong() - RECENT;
    }

    @ServerRequestFilter(nonBlocking = true)
    public void seen(ContainerRequestContext request) {
        asked(request.getUriInfo().getPath());
    }

    /** Notes that somebody asks for a path. */
    public void asked(String path) {
        if (ignored.isEmpty() || !path.startsWith(ignored.get())) {
            last = nanoTime.getAsLong();
        }
    }

    /** Whether nobody has asked for anything within the last second. */
    public boolean isQuiet() {
        return nanoTime.getAsLong() - last >= RECENT;
    }
}
