package org.schoolcase.students.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolcase.kit.problem.Problem;
import org.schoolcase.kit.problem.ProblemException;

/** Status information of OneRoster answers (imsx_StatusInfo, Rostering REST Binding 1.2), made of our own problems. */
final class Imsx {

    /** Member of a problem that names the minor code where the status alone does not. */
    static final String MINOR = "imsxCodeMinor";

    static final String INVALID_FILTER_FIELD = "invalid_filter_field";
    static final String INVALID_SELECTION_FIELD = "invalid_selection_field";
    static final String INVALID_SORT_FIELD = "invalid_sort_field";

    private Imsx() {}

    static ProblemException refusal(String minor, String detail) {
        return ProblemException.badRequest(minor.replace('_', '-'), detail).with(MINOR, minor);
    }

    static ProblemException invalidData(String detail) {
        return ProblemException.badRequest("parameter.malformed", detail);
    }

    /** The body of a refusal. */
    static Map<String, Object> body(Problem problem) {
        var minor = String.valueOf(problem.more().getOrDefault(MINOR, minor(problem.status())));
        var detail = problem.detail() == null ? problem.title() : problem.detail();
        var major = minor.equals("unsupported") ? "unsupported" : "failure";
        return Map.of("imsx_StatusInfo", status(major, "error", detail, List.of(minor)));
    }

    /** What stands beside the data when it was read otherwise than asked. */
    static Map<String, Object> warning(List<String> minors, String detail) {
        return status("success", "warning", detail, minors);
    }

    private static Map<String, Object> status(String major, String severity, String detail, List<String> minors) {
        var fields = minors.stream()
                .map(minor -> Map.of(
                        "imsx_codeMinorFieldName", "TargetEndSystem", "imsx_codeMinorFieldValue", (Object) minor))
                .toList();
        var status = new LinkedHashMap<String, Object>();
        status.put("imsx_codeMajor", major);
        status.put("imsx_severity", severity);
        status.put("imsx_description", detail);
        status.put("imsx_CodeMinor", Map.of("imsx_codeMinorField", fields));
        return status;
    }

    private static String minor(int status) {
        return switch (status) {
            case 401 -> "unauthorisedrequest";
            case 403 -> "forbidden";
            case 404 -> "unknownobject";
            case 405, 406, 415, 501 -> "unsupported";
            case 429, 503 -> "server_busy";
            default -> status < 500 ? "invaliddata" : "internal_server_error";
        };
    }
}
