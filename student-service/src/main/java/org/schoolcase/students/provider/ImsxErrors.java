package org.schoolcase.students.provider;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.schoolcase.kit.problem.Problem;

/** Under OneRoster's base path a refusal has OneRoster's body, wherever it was made. */
// Public like its method, because the code that calls it is loaded apart.
public class ImsxErrors {

    @ServerResponseFilter
    public void translate(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem
                && request.getUriInfo().getPath().startsWith(OneRosterResource.PATH)) {
            response.setEntity(Imsx.body(problem), null, MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
