package org.schoolcase.students.roster;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.schoolcase.students.roster.merge.ImportRun;

/** Sees whether people use the service while a roster is imported: then the import leaves them a part of the machine. */
@Singleton
public class OtherRequests implements ImportRun.Checkpoint {

    private static final long RECENT = Duration.ofSeconds(1).toNanos();
    private static final String IMPORTS = "/v1/roster-imports";

    private volatile long last = System.nanoTime() - RECENT;

    /** Notes a request, unless it asks how an import gets on. */
    @ServerRequestFilter(nonBlocking = true)
    public void seen(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith(IMPORTS)) {
            last = System.nanoTime();
        }
    }

    @Override
    public void reached(String file, long line) {
        // Whoever runs an import reads from the database how far it came.
    }

    @Override
    public boolean isQuiet() {
        return System.nanoTime() - last >= RECENT;
    }
}
