package org.schoolcase.kit.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** What this service could not handle, for the operator: look, mend the cause, replay. Shows no content. */
@Path("/v1/dead-letters")
@Tag(name = "events")
@RunOnVirtualThread
public class DeadLetterResource {

    /**
     * A message put aside.
     *
     * @param topic the dead-letter topic it lies in
     * @param reason why, as a code
     * @param originalTopic where it came from and where a replay sends it
     */
    public record DeadLetterView(
            String topic,
            int partition,
            long offset,
            String reason,
            String originalTopic,
            @Nullable String eventId,
            @Nullable String type,
            @Nullable String districtId,
            Instant at) {}

    private final DeadLetterTopics topics;

    DeadLetterResource(DeadLetterTopics topics) {
        this.topics = topics;
    }

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "listDeadLetters", summary = "List the newest messages that this service could not handle")
    @APIResponse(
            responseCode = "200",
            description = "The newest dead letters of each topic and partition, without content")
    public List<DeadLetterView> list(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return topics.newest(limit);
    }

    @POST
    @Path("/{topic}/{partition}/{offset}/replay")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "replayDeadLetter", summary = "Send a dead letter to its topic again, under its old id")
    @APIResponse(responseCode = "202", description = "Sent; every consumer that handled it before passes it over")
    @APIResponse(responseCode = "404", description = "not-found")
    public RestResponse<Void> replay(
            @Size(max = 249) @Pattern(regexp = "[a-zA-Z0-9._-]+") String topic,
            @Min(0) @Max(10_000) int partition,
            @Min(0) @Max(Long.MAX_VALUE) long offset) {
        if (!topics.replay(topic, partition, offset)) {
            throw ProblemException.notFound();
        }
        return RestResponse.accepted();
    }
}
