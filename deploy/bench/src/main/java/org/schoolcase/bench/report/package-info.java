/** Medians, percentiles and the one table. */
@NullMarked
package org.schoolcase.bench.report;

import org.jspecify.annotations.NullMarked;
