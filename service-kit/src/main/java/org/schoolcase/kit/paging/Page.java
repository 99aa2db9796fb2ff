package org.schoolcase.kit.paging;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next cursor of the following page; absent on the last one
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "Cursor of the following page; null on the last one") @Nullable
        String next) {}
