package org.schoolcase.cases.casedeadline.recalculation;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Sees whether people use the service: then work in the background leaves them a part of the machine. */
@Singleton
public class PeopleAsking {

    private static final long RECENT = Duration.ofSeconds(1).toNanos();

    private volatile long last = System.nanoTime() - RECENT;

    /** Notes a request. */
    @ServerRequestFilter(nonBlocking = true)
    public void seen(ContainerRequestContext request) {
        last = System.nanoTime();
    }

    /** Whether nobody has asked for anything within the last second. */
    boolean isQuiet() {
        return System.nanoTime() - last >= RECENT;
    }
}
