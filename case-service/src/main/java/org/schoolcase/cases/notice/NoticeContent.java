package org.schoolcase.cases.notice;

import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The seven elements of a prior written notice (34 CFR 300.503(b)); a notice without one of them is refused by its name. */
public record NoticeContent(
        @Schema(description = "(b)(1): the action proposed or refused") @Nullable @Size(max = 4000)
        String action,

        @Schema(description = "(b)(2): why it is proposed or refused") @Nullable @Size(max = 4000)
        String why,

        @Schema(description = "(b)(3): each evaluation, assessment, record and report used") @Nullable @Size(max = 4000)
        String basis,

        @Schema(description = "(b)(4): that there are safeguards, and how to get a copy") @Nullable @Size(max = 4000)
        String safeguards,

        @Schema(description = "(b)(5): whom to ask for help") @Nullable @Size(max = 4000)
        String helpSources,

        @Schema(description = "(b)(6): other options, and why they were rejected") @Nullable @Size(max = 4000)
        String otherOptions,

        @Schema(description = "(b)(7): other factors") @Nullable @Size(max = 4000)
        String otherFactors) {

    static final NoticeContent NONE = new NoticeContent(null, null, null, null, null, null, null);

    /** An element that is not there. */
    record Missing(String name, String section) {}

    List<Missing> missing() {
        return elements().entrySet().stream()
                .filter(element -> element.getValue().isBlank())
                .map(element ->
                        new Missing(element.getKey(), "34 CFR 300.503(b)(%d)".formatted(place(element.getKey()))))
                .toList();
    }

    private int place(String name) {
        return List.copyOf(elements().keySet()).indexOf(name) + 1;
    }

    private Map<String, String> elements() {
        var all = new LinkedHashMap<String, String>();
        all.put("action", text(action));
        all.put("why", text(why));
        all.put("basis", text(basis));
        all.put("safeguards", text(safeguards));
        all.put("helpSources", text(helpSources));
        all.put("otherOptions", text(otherOptions));
        all.put("otherFactors", text(otherFactors));
        return all;
    }

    private static String text(@Nullable String element) {
        return element == null ? "" : element;
    }
}
