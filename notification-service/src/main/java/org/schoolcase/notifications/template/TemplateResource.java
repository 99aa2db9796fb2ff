package org.schoolcase.notifications.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.notifications.rule.Channel;

/** Shows the templates, and what a notification written with them looks like. */
@Path("/v1/notification-templates")
@RunOnVirtualThread
@Tag(name = "Rules and templates")
public class TemplateResource {

    /** One template; the version changes with its wording. */
    public record TemplateView(String kind, Channel channel, String language, String version) {}

    /** Which template of a kind to show. */
    public record PreviewRequest(
            @NotNull Channel channel,

            @NotNull @Pattern(regexp = "en|es") @Size(max = 2)
            String language) {}

    /** A notification written with invented values. */
    public record PreviewView(
            String subject, String text, @Nullable String html, String version) {}

    private final Templates templates;
    private final Tenants tenants;
    private final Districts districts;

    TemplateResource(Templates templates, Tenants tenants, Districts districts) {
        this.templates = templates;
        this.tenants = tenants;
        this.districts = districts;
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR, Role.AUDITOR})
    @Operation(operationId = "listNotificationTemplates", summary = "List the templates per kind, channel and language")
    @APIResponse(responseCode = "200", description = "All templates in use")
    @APIResponse(responseCode = "401", description = "No valid token (unauthenticated)")
    @APIResponse(responseCode = "403", description = "The role may not read templates (forbidden)")
    public List<TemplateView> list() {
        return templates.rules().stream()
                .flatMap(rule -> rule.kinds().stream()
                        .flatMap(kind -> rule.channels().stream().flatMap(channel -> views(kind, channel))))
                .distinct()
                .toList();
    }

    private Stream<TemplateView> views(String kind, Channel channel) {
        return Languages.WRITTEN.stream()
                .map(language -> new TemplateView(kind, channel, language, templates.version(kind, channel, language)));
    }

    @POST
    @Path("/{kind}/preview")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR, Role.AUDITOR})
    @Operation(
            operationId = "previewNotificationTemplate",
            summary = "Write a notification with invented values; nothing is sent")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PreviewRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "A mail in Spanish",
                                            value = "{\"channel\": \"EMAIL\", \"language\": \"es\"}")))
    @APIResponse(responseCode = "200", description = "The notification; html only for mails")
    @APIResponse(responseCode = "400", description = "A field is missing or wrong (validation.failed)")
    @APIResponse(responseCode = "401", description = "No valid token (unauthenticated)")
    @APIResponse(responseCode = "403", description = "The role may not read templates (forbidden)")
    @APIResponse(responseCode = "404", description = "No such kind, or it is not sent over this channel (not-found)")
    public PreviewView preview(
            @PathParam("kind") @Size(max = 60) @Pattern(regexp = "[a-z-]+") String kind,
            @NotNull @Valid PreviewRequest body) {
        if (!templates.exists(kind, body.channel())) {
            throw ProblemException.notFound();
        }
        var words = Words.sample(districts.require(tenants.districtId()).name());
        var text = templates.write(kind, body.channel(), body.language(), words);
        return new PreviewView(
                text.subject(),
                text.body(),
                body.channel() == Channel.EMAIL ? templates.html(text) : null,
                text.version());
    }
}
