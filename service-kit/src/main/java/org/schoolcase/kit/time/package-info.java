/** The clock. */
@NullMarked
package org.schoolcase.kit.time;

import org.jspecify.annotations.NullMarked;
