/** How fast the engine of deadlines counts in memory, by JMH in a JVM of its own. */
@NullMarked
package org.schoolcase.bench.engine;

import org.jspecify.annotations.NullMarked;
