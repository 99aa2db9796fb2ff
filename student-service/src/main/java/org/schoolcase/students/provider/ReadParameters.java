package org.schoolcase.students.provider;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/**
 * Bounds of the query of a read: each name at most once. {@link ReadRequest} takes the values, empty ones too.
 *
 * @param limit records of a page, 100 when not given
 * @param offset records before the page
 */
public record ReadParameters(
        @QueryParam("limit") @Size(max = 1) List<@Size(max = 20) String> limit,

        @QueryParam("offset") @Size(max = 1) List<@Size(max = 20) String> offset,

        @QueryParam("sort") @Size(max = 1) List<@Size(max = 200) String> sort,

        @QueryParam("orderBy") @Size(max = 1) List<@Size(max = 20) String> orderBy,

        @QueryParam("filter") @Size(max = 1) List<@Size(max = 2000) String> filter,

        @QueryParam("fields") @Size(max = 1) List<@Size(max = 2000) String> fields) {}
