/** One statement in one round trip, beside or instead of the mapper. */
@NullMarked
package org.schoolcase.kit.sql;

import org.jspecify.annotations.NullMarked;
