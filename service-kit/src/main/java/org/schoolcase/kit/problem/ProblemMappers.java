package org.schoolcase.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where exceptions become HTTP. */
// Public like its methods, because a service loads the code that calls them apart.
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_SECONDS = 2;

    @ServerExceptionMapper
    public RestResponse<Problem> refused(ProblemException refusal) {
        var answer = ResponseBuilder.<Problem>create(refusal.status()).entity(refusal.toProblem());
        answer.type(MediaType.valueOf(Problem.MEDIA_TYPE));
        var version = refusal.toProblem().more().get("currentVersion");
        if (version != null) {
            answer.header("ETag", version);
        }
        var retry = refusal.toProblem().more().get("retryAfter");
        if (retry != null) {
            answer.header("Retry-After", retry);
        }
        return answer.build();
    }

    @ServerExceptionMapper(ConstraintViolationException.class)
    public RestResponse<Problem> invalid(ConstraintViolationException invalid) {
        var violations = invalid.getConstraintViolations();
        if (violations.stream().anyMatch(ProblemMappers::isOurs)) {
            return broken(invalid);
        }
        return refused(withFaults(violations));
    }

    @ServerExceptionMapper(ValidationException.class)
    public RestResponse<Problem> validation(ValidationException invalid) {
        return invalid instanceof ConstraintViolationException faults ? invalid(faults) : broken(invalid);
    }

    @ServerExceptionMapper
    public RestResponse<Problem> json(JsonProcessingException fault) {
        return refused(JsonFaults.problem(fault));
    }

    /** The framework has a mapper of its own for these, which would repeat the value. */
    @ServerExceptionMapper
    public RestResponse<Problem> mismatch(MismatchedInputException fault) {
        return json(fault);
    }

    @ServerExceptionMapper(AuthenticationFailedException.class)
    public RestResponse<Problem> unauthenticated(AuthenticationFailedException fault) {
        return unauthorized();
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public RestResponse<Problem> unauthenticated(UnauthorizedException fault) {
        return unauthorized();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public RestResponse<Problem> forbidden(ForbiddenException fault) {
        return refused(ProblemException.forbidden("role.missing", "Your role does not open this operation."));
    }

    @ServerExceptionMapper(OptimisticLockException.class)
    public RestResponse<Problem> overtaken(OptimisticLockException fault) {
        return refused(ProblemException.of(
                412, "version.stale", "Precondition failed", "Somebody else has changed it in the meantime."));
    }

    @ServerExceptionMapper(WebApplicationException.class)
    public RestResponse<Problem> framework(WebApplicationException fault) {
        var refusal = DatabaseFaults.find(fault.getCause(), ProblemException.class);
        if (refusal != null) {
            return refused(refusal);
        }
        var json = DatabaseFaults.find(fault.getCause(), JsonProcessingException.class);
        if (json != null) {
            return json(json);
        }
        var status = fault.getResponse().getStatus();
        return refused(status == 404 && fault.getCause() != null ? malformedParameter() : ofStatus(status));
    }

    @ServerExceptionMapper(Throwable.class)
    public RestResponse<Problem> other(Throwable fault) {
        var refusal = DatabaseFaults.find(fault, ProblemException.class);
        if (refusal != null) {
            return refused(refusal);
        }
        var overtaken = DatabaseFaults.find(fault, OptimisticLockException.class);
        if (overtaken != null) {
            return overtaken(overtaken);
        }
        if (DatabaseFaults.isDuplicateOf(fault, "idempotency_key_pkey")) {
            return refused(
                    ProblemException.conflict("idempotency.in-progress", "The same request is being answered now.")
                            .with("retryAfter", 1));
        }
        if (DatabaseFaults.isDuplicate(fault)) {
            return refused(ProblemException.conflict("already-exists", "There is one already."));
        }
        if (DatabaseFaults.isPassing(fault) || DatabaseFaults.find(fault, KafkaException.class) != null) {
            LOG.warnf("The database or the broker is away: %s", fault.getClass().getName());
            return refused(ProblemException.of(503, "unavailable", "Unavailable", "Please try again.")
                    .with("retryAfter", RETRY_SECONDS));
        }
        return broken(fault);
    }

    /** A path or query value that cannot be converted: the framework takes it for a path that does not exist. */
    private static ProblemException malformedParameter() {
        return ProblemException.badRequest(
                "parameter.malformed", "A value in the path or the query has the wrong form.");
    }

    private static ProblemException ofStatus(int status) {
        return switch (status) {
            case 404 -> ProblemException.notFound();
            case 405 -> ProblemException.of(405, "method.not-allowed", "Method not allowed", null);
            case 406 -> ProblemException.of(406, "media-type.not-acceptable", "Not acceptable", null);
            case 413 ->
                ProblemException.of(
                        413, "body.too-large", "Too large", "The body is larger than this operation takes.");
            case 415 ->
                ProblemException.of(
                        415, "media-type.unsupported", "Unsupported media type", "See the operation's content types.");
            default -> ProblemException.of(status, "http." + status, "Refused", null);
        };
    }

    private RestResponse<Problem> unauthorized() {
        var answer = refused(ProblemException.of(
                401, "token.invalid", "Unauthorized", "A valid bearer token of a registered issuer is needed."));
        answer.getHeaders().putSingle("WWW-Authenticate", "Bearer");
        return answer;
    }

    /** Logs where it broke, not with what: messages of libraries may hold personal data. */
    private RestResponse<Problem> broken(Throwable fault) {
        var safe = new IllegalStateException(fault.getClass().getName());
        safe.setStackTrace(root(fault).getStackTrace());
        LOG.error("A request failed by our fault", safe);
        return refused(ProblemException.of(500, "internal", "Internal error", "It is our fault and has been recorded.")
                .with("traceId", Span.current().getSpanContext().getTraceId()));
    }

    private static Throwable root(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static ProblemException withFaults(Set<ConstraintViolation<?>> violations) {
        var refusal =
                ProblemException.badRequest("validation.failed", "The request is not complete or not well-formed.");
        for (var violation : violations.stream()
                .sorted((a, b) -> place(a).compareTo(place(b)))
                .toList()) {
            var code = violation
                    .getConstraintDescriptor()
                    .getAnnotation()
                    .annotationType()
                    .getSimpleName();
            refusal = refusal.error(
                    isParameter(violation)
                            ? FieldError.parameter(place(violation), code(code), violation.getMessage())
                            : FieldError.at(place(violation), code(code), violation.getMessage()));
        }
        return refusal;
    }

    private static String code(String constraint) {
        return constraint.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static boolean isOurs(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParameter(ConstraintViolation<?> violation) {
        return steps(violation) == 2;
    }

    private static int steps(ConstraintViolation<?> violation) {
        int steps = 0;
        for (Path.Node _ : violation.getPropertyPath()) {
            steps++;
        }
        return steps;
    }

    /** Without the method and the name of the body's parameter: {@code /barriers/0}; a parameter by its name. */
    private static String place(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        var name = "";
        int depth = 0;
        for (Path.Node node : violation.getPropertyPath()) {
            if (depth == 1) {
                name = String.valueOf(node.getName());
            }
            if (depth >= 2) {
                append(pointer, node);
            }
            depth++;
        }
        return pointer.isEmpty() ? name : pointer.toString();
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        }
        if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(node.getName());
        }
    }
}
