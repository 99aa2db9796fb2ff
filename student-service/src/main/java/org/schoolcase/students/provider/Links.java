package org.schoolcase.students.provider;

import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** The header {@code Link} of a page (RFC 8288): next, last, first and prev, each with the query that was asked. */
final class Links {

    private final String url;
    private final MultiMap query;

    Links(String url, MultiMap query) {
        this.url = url;
        this.query = query;
    }

    /** Empty where there are no pages. */
    String of(ReadRequest request, long total) {
        if (request.limit() == 0) {
            return "";
        }
        long limit = request.limit();
        long offset = request.offset();
        var links = new ArrayList<String>();
        if (offset + limit < total) {
            links.add(link("next", limit, offset + limit));
        }
        links.add(link("last", limit, Math.max(0, (total - 1) / limit * limit)));
        links.add(link("first", limit, 0));
        if (offset > 0) {
            links.add(link("prev", limit, Math.max(0, offset - limit)));
        }
        return String.join(", ", links);
    }

    private String link(String relation, long limit, long offset) {
        var text = new StringBuilder("<")
                .append(url)
                .append("?limit=")
                .append(limit)
                .append("&offset=")
                .append(offset);
        for (var parameter : query) {
            if (!parameter.getKey().equals("limit") && !parameter.getKey().equals("offset")) {
                text.append('&').append(encode(parameter.getKey())).append('=').append(encode(parameter.getValue()));
            }
        }
        return text.append(">; rel=\"").append(relation).append('"').toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
