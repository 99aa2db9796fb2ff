package org.schoolcase.students.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.pull.RosterSource.ClientAuthentication;
import org.schoolcase.students.pull.Wire.Answer;

/** Reads from one source for one run: tokens by client credentials, repetition with growing pauses, redirects at home only. */
final class SisClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration SPARE = Duration.ofSeconds(30);
    private static final int REDIRECTS = 3;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

    /** An answer as JSON, with the headers that paging needs. */
    record Page(
            JsonNode body,
            @Nullable String link,
            @Nullable String total,
            @Nullable Instant date) {}

    private record Token(String value, Instant until) {}

    private final Wire wire;
    private final PullConfig config;
    private final Clock clock;
    private final RosterSource source;
    private final String secret;
    private @Nullable Token token;
    private long repeated;

    SisClient(Wire wire, PullConfig config, Clock clock, RosterSource source, String secret) {
        this.wire = wire;
        this.config = config;
        this.clock = clock;
        this.source = source;
        this.secret = secret;
    }

    /** How often requests had to be repeated. */
    long repeated() {
        return repeated;
    }

    Page page(URI uri) {
        if (!source.isHere(uri)) {
            throw PullFailure.lasting("link.other-server");
        }
        var answer = patiently(() -> get(uri));
        if (answer.status() == 401) {
            token = null;
            answer = patiently(() -> get(uri));
        }
        if (answer.status() != 200) {
            throw PullFailure.lasting("sis.status-" + answer.status());
        }
        return new Page(
                json(answer), answer.header("Link"), answer.header("X-Total-Count"), date(answer.header("Date")));
    }

    private Answer get(URI uri) {
        var current = uri;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            var answer = wire.get(current, Map.of("Authorization", "Bearer " + token(), "Accept", "application/json"));
            if (!MOVED.contains(answer.status())) {
                return answer;
            }
            current = target(current, answer.header("Location"));
            if (!source.isHere(current)) {
                throw PullFailure.lasting("redirect.other-server");
            }
        }
        throw PullFailure.lasting("redirect.too-many");
    }

    private static URI target(URI from, @Nullable String location) {
        try {
            return from.resolve(String.valueOf(location));
        } catch (IllegalArgumentException e) {
            throw PullFailure.lasting("redirect.malformed");
        }
    }

    private String token() {
        if (token == null || token.until().isBefore(clock.instant())) {
            token = newToken();
        }
        return token.value();
    }

    private Token newToken() {
        var form =
                new HashMap<>(Map.of("grant_type", "client_credentials", "scope", String.join(" ", source.scopes())));
        var headers = new HashMap<>(
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"));
        if (source.clientAuthentication() == ClientAuthentication.BASIC) {
            var pair = encode(source.clientId()) + ":" + encode(secret);
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            form.put("client_id", source.clientId());
            form.put("client_secret", secret);
        }
        var body = new java.util.StringJoiner("&");
        form.forEach((name, value) -> body.add(name + "=" + encode(value)));
        var answer = patiently(() -> wire.post(source.tokenUrl(), headers, body.toString()));
        if (answer.status() != 200) {
            throw PullFailure.lasting("token.status-" + answer.status());
        }
        return token(json(answer));
    }

    private Token token(JsonNode answer) {
        var value = answer.path("access_token").asText();
        if (value.isEmpty() || !answer.path("token_type").asText().equalsIgnoreCase("bearer")) {
            throw PullFailure.lasting("token.malformed");
        }
        var life = Duration.ofSeconds(answer.path("expires_in").asLong(60));
        return new Token(value, clock.instant().plus(life.compareTo(SPARE) > 0 ? life.minus(SPARE) : life));
    }

    /** Repeats what is refused with 429 or 5xx, not before the other side says. */
    private Answer patiently(Supplier<Answer> request) {
        var pause = config.backoff();
        for (int attempt = 0; ; attempt++) {
            var answer = request.get();
            if (answer.status() != 429 && answer.status() < 500) {
                return answer;
            }
            var wished = retryAfter(answer.header("Retry-After"));
            var wait = wished.compareTo(pause) > 0 ? wished : pause;
            if (attempt >= config.retries() || wait.compareTo(LONGEST_PAUSE) > 0) {
                throw PullFailure.passing("sis.status-" + answer.status(), wait);
            }
            repeated++;
            sleep(wait);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** Seconds or a date (RFC 9110, 10.2.3). */
    private Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return Duration.ZERO;
        }
        if (header.length() <= 6 && header.chars().allMatch(c -> c >= '0' && c <= '9') && !header.isEmpty()) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        var date = date(header);
        return date == null ? Duration.ZERO : Duration.between(clock.instant(), date);
    }

    private static @Nullable Instant date(@Nullable String header) {
        try {
            return header == null
                    ? null
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body().getBytes());
        } catch (IOException e) {
            throw PullFailure.lasting("answer.not-json");
        }
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PullFailure.passing("interrupted", Duration.ZERO);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
