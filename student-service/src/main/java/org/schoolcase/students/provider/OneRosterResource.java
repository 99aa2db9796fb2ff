package org.schoolcase.students.provider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** The rostering service of OneRoster 1.2: one method answers all operations of {@link org.schoolcase.students.provider.Operation}. */
@Path(OneRosterResource.PATH)
@RunOnVirtualThread
public class OneRosterResource {

    static final String PATH = "/ims/oneroster/rostering/v1p2";

    private final ReadRoster readRoster;
    private final Scopes scopes;
    private final CurrentUser caller;
    private final RosterTrail trail;
    private final Addresses addresses;

    OneRosterResource(
            ReadRoster readRoster, Scopes scopes, CurrentUser caller, RosterTrail trail, Addresses addresses) {
        this.readRoster = readRoster;
        this.scopes = scopes;
        this.caller = caller;
        this.trail = trail;
        this.addresses = addresses;
    }

    @GET
    @Path("{path: .+}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SIS_SYNC, Role.ROSTER_READER})
    @Operation(hidden = true) // RosterContract describes each operation by itself
    public RestResponse<StreamingOutput> read(
            @PathParam("path") @Size(max = 1000) String path,
            @Valid @BeanParam ReadParameters parameters,
            @Context HttpServerRequest http,
            @Context UriInfo uri) {
        var segments = segments(http);
        var operation = org.schoolcase.students.provider.Operation.ALL.stream()
                .filter(candidate -> candidate.matches(segments))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        scopes.requireAny(operation.scopes());
        var request = ReadRequest.of(http.params(), operation, readRoster.largestPage());
        var ids = readRoster.ids(operation, operation.arguments(segments), caller.districtId());
        var list = new RosterList(operation, ids, request, caller.districtId());
        var base = addresses.base(uri);
        if (operation.single()) {
            var record = readRoster.single(list, base);
            trail.showed(operation, ids.getFirst(), request);
            return RestResponse.ok(RosterJson.single(operation, record, request.warnings()));
        }
        var listing = readRoster.listing(list, caller.districtId(), name(http, operation, request));
        var page = readRoster.page(list, listing, request, base);
        var first = page.piece();
        trail.showed(operation, caller.districtId(), request);
        return ResponseBuilder.ok(RosterJson.list(operation, first, page, request.warnings()))
                .header("X-Total-Count", listing.total())
                .header("Link", new Links(addresses.url(uri, http.path()), http.params()).of(request, listing.total()))
                .build();
    }

    /** What makes one list another, beside the district: neither its order nor the place in it does. */
    private static String name(
            HttpServerRequest http, org.schoolcase.students.provider.Operation operation, ReadRequest request) {
        return String.join("|", operation.id(), http.path(), request.filter().toString());
    }

    /** Decoded one by one, because a sourcedId may hold a slash. */
    private static List<String> segments(HttpServerRequest http) {
        try {
            return Arrays.stream(http.path().substring(PATH.length() + 1).split("/", -1))
                    .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw Imsx.invalidData("The path is not well-formed.");
        }
    }
}
