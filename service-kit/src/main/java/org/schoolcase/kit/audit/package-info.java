/** Who did, saw or was refused what. */
@NullMarked
package org.schoolcase.kit.audit;

import org.jspecify.annotations.NullMarked;
