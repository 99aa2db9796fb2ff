/** Measures the suite against what its own PostgreSQL can do, side by side in one run. */
@NullMarked
package org.schoolcase.bench;

import org.jspecify.annotations.NullMarked;
