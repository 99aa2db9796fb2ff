/** The programs that make load: wrk for HTTP, pgbench for SQL. */
@NullMarked
package org.schoolcase.bench.load;

import org.jspecify.annotations.NullMarked;
