/** Invented districts: seeded, deterministic, of any size, written as streams. */
@NullMarked
package org.schoolcase.simulator;

import org.jspecify.annotations.NullMarked;
