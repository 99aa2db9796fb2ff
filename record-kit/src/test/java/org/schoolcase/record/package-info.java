/** The rules of the code itself. */
@NullMarked
package org.schoolcase.record;

import org.jspecify.annotations.NullMarked;
