package org.schoolcase.students.pull;

import jakarta.validation.constraints.NotNull;

/**
 * How a source is to be pulled.
 *
 * @param everything all records, as a bulk package that ends what is absent; else what has changed since the last good run
 */
public record PullRunRequest(@NotNull Boolean everything) {}
