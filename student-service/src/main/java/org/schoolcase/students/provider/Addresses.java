package org.schoolcase.students.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

/** Absolute addresses in answers: of the configured public URL, else of the request. */
@ApplicationScoped
class Addresses {

    private final ProviderConfig config;

    Addresses(ProviderConfig config) {
        this.config = config;
    }

    /** The base path of the service. */
    String base(UriInfo uri) {
        return url(uri, OneRosterResource.PATH);
    }

    String url(UriInfo uri, String path) {
        var server = config.publicUrl().orElseGet(() -> uri.getBaseUri().toString());
        return (server.endsWith("/") ? server.substring(0, server.length() - 1) : server) + path;
    }
}
