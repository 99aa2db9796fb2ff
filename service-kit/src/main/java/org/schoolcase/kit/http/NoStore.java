package org.schoolcase.kit.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** No answer of ours is kept by a cache, and none is sniffed for another type. */
class NoStore {

    @ServerResponseFilter
    void mark(ContainerResponseContext response) {
        response.getHeaders().putSingle("Cache-Control", "no-store");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
