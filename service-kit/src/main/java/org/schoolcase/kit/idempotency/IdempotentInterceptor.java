package org.schoolcase.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.security.MessageDigest;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.idempotency.KnownAnswers.Known;
import org.schoolcase.kit.journal.FirstAnswer;
import org.schoolcase.kit.journal.Journal;
import org.schoolcase.kit.problem.FieldError;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;

/** Runs a keyed request in one transaction with its key, or gives its first answer again. */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
class IdempotentInterceptor {

    private static final int LONGEST_KEY = 255;

    private final KnownAnswers answers;
    private final Journal journal;
    private final CurrentUser caller;
    private final CurrentVertxRequest request;
    private final ObjectMapper json;

    IdempotentInterceptor(
            KnownAnswers answers, Journal journal, CurrentUser caller, CurrentVertxRequest request, ObjectMapper json) {
        this.answers = answers;
        this.journal = journal;
        this.caller = caller;
        this.request = request;
        this.json = json;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext invocation) throws Exception {
        var key = key();
        if (key.isEmpty()) {
            return invocation.proceed();
        }
        return QuarkusTransaction.joiningExisting().call(() -> answer(invocation, key.get()));
    }

    private @Nullable Object answer(InvocationContext invocation, String key) throws Exception {
        var http = request.getCurrent().request();
        var operation = http.method() + " " + http.path();
        var fingerprint = fingerprint(invocation);
        var known = answers.lock(caller.actor(), operation, key);
        if (known.isPresent()) {
            return again(known.get(), fingerprint);
        }
        var result = invocation.proceed();
        if (result instanceof RestResponse<?> first && first.getStatus() < 300) {
            journal.answer(new FirstAnswer(
                    caller.actor(),
                    operation,
                    key,
                    fingerprint,
                    first.getStatus(),
                    header(first, "Location"),
                    header(first, "ETag"),
                    first.getEntity() == null ? null : json.writeValueAsString(first.getEntity())));
        }
        return result;
    }

    private RestResponse<Object> again(Known known, byte[] fingerprint) throws JsonProcessingException {
        if (!MessageDigest.isEqual(known.fingerprint(), fingerprint)) {
            throw ProblemException.unprocessable(
                    "idempotency.key-reused", "The key was used before for another request.");
        }
        var answer = ResponseBuilder.create(known.status()).header("Idempotency-Replayed", "true");
        if (known.location() != null) {
            answer.header("Location", known.location());
        }
        if (known.etag() != null) {
            answer.header("ETag", known.etag());
        }
        return answer.entity(known.body() == null ? null : (Object) json.readTree(known.body()))
                .build();
    }

    private Optional<String> key() {
        var header = request.getCurrent().request().getHeader("Idempotency-Key");
        if (header == null) {
            return Optional.empty();
        }
        var key = header.strip().replaceAll("^\"|\"$", "");
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw ProblemException.badRequest(
                            "idempotency.key-malformed", "A key has 1 to 255 visible ASCII characters.")
                    .error(FieldError.parameter(
                            "Idempotency-Key", "idempotency.key-malformed", "Use a UUID, for example."));
        }
        return Optional.of(key);
    }

    private byte[] fingerprint(InvocationContext invocation) throws JsonProcessingException {
        var sha = DigestUtils.getSha256Digest();
        for (var argument : invocation.getParameters()) {
            sha.update(json.writeValueAsBytes(argument));
        }
        return sha.digest();
    }

    private static @Nullable String header(RestResponse<?> response, String name) {
        var value = response.getHeaders().getFirst(name);
        return value == null ? null : value.toString();
    }
}
