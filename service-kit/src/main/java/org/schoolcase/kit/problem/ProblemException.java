package org.schoolcase.kit.problem;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is refused. Becomes a problem response and rolls the transaction back; never logged as an error. */
public final class ProblemException extends RuntimeException {

    private final int status;
    private final String code;
    private final String title;
    private final @Nullable String detail;
    private final List<FieldError> errors;
    private final @Nullable String citation;
    private final Map<String, Object> more;

    private ProblemException(
            int status,
            String code,
            String title,
            @Nullable String detail,
            List<FieldError> errors,
            @Nullable String citation,
            Map<String, Object> more) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.citation = citation;
        this.more = more;
    }

    /** 404, the same for what does not exist and for what the caller may not know. */
    public static ProblemException notFound() {
        return of(404, "not-found", "Not found", "There is no such thing here, or it is not yours to see.");
    }

    /** 409: well-formed, but not in this state. */
    public static ProblemException conflict(String code, String detail) {
        return of(409, code, "Conflict", detail);
    }

    /** 422: well-formed, but against a rule. */
    public static ProblemException unprocessable(String code, String detail) {
        return of(422, code, "Refused", detail);
    }

    /** 400: not well-formed. */
    public static ProblemException badRequest(String code, String detail) {
        return of(400, code, "Bad request", detail);
    }

    /** 403: the caller's role does not open this operation. */
    public static ProblemException forbidden(String code, String detail) {
        return of(403, code, "Forbidden", detail);
    }

    /** Any status. */
    public static ProblemException of(int status, String code, String title, @Nullable String detail) {
        return new ProblemException(status, code, title, detail, List.of(), null, Map.of());
    }

    /** Adds the fault of one field of the body. */
    public ProblemException field(String pointer, String errorCode, String errorDetail) {
        return error(FieldError.at(pointer, errorCode, errorDetail));
    }

    /** Adds a fault. */
    public ProblemException error(FieldError error) {
        var all = new ArrayList<>(errors);
        all.add(error);
        return new ProblemException(status, code, title, detail, all, citation, more);
    }

    /** Names the law that the refusal comes from. */
    public ProblemException citing(String section) {
        return new ProblemException(status, code, title, detail, errors, section, more);
    }

    /** Adds a member to the problem. */
    public ProblemException with(String name, Object value) {
        var all = new LinkedHashMap<>(more);
        all.put(name, value);
        return new ProblemException(status, code, title, detail, errors, citation, all);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Stable code. */
    public String code() {
        return code;
    }

    Problem toProblem() {
        return new Problem(
                URI.create("urn:schoolcase:problem:" + code), title, status, detail, code, errors, citation, more);
    }
}
