package org.schoolcase.kit.http;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The usual answers. */
public final class Answers {

    private Answers() {}

    /** 201 with {@code Location} and {@code ETag}. */
    public static <T> RestResponse<T> created(String location, T view, long version) {
        return ResponseBuilder.<T>created(URI.create(location))
                .entity(view)
                .header("ETag", ETags.of(version))
                .build();
    }

    /** 200 with {@code ETag}. */
    public static <T> RestResponse<T> ok(T view, long version) {
        return ResponseBuilder.ok(view).header("ETag", ETags.of(version)).build();
    }
}
