package org.schoolcase.kit.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** No answer of ours is kept by a cache, and none is sniffed for another type. */
// Public like its method, because a service loads the code that calls it apart.
public class NoStore {

    @ServerResponseFilter
    public void mark(ContainerResponseContext response) {
        response.getHeaders().putSingle("Cache-Control", "no-store");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
