package org.schoolcase.cases.action;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One action of a case, for one caller, now.
 *
 * @param name operationId of the request that does it
 * @param variant the choice in the request that the gate depends on, such as the kind of consent
 * @param method HTTP method
 * @param href address; {@code {name}} stands where the caller chooses one thing of the case
 * @param open whether the request would pass the gate now
 * @param code when shut: the stable code that the request would be refused with
 * @param reason when shut: why, for people
 * @param citation when shut by law: where law says so
 */
public record ActionView(
        String name,
        @Nullable String variant,
        String method,

        @Schema(examples = "/v1/cases/0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10/consents")
        String href,

        boolean open,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String citation) {

    static ActionView of(CaseAction action, Link link, Gate gate) {
        return switch (gate) {
            case Gate.Open() ->
                new ActionView(action.name(), action.variant(), link.method(), link.href(), true, null, null, null);
            case Gate.Shut(var code, var reason, var citation) ->
                new ActionView(
                        action.name(), action.variant(), link.method(), link.href(), false, code, reason, citation);
        };
    }
}
