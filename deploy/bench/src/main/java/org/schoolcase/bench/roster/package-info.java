/** A made-up district of any size. */
@NullMarked
package org.schoolcase.bench.roster;

import org.jspecify.annotations.NullMarked;
