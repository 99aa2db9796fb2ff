/** Events on their way in. */
@NullMarked
package org.schoolcase.kit.inbox;

import org.jspecify.annotations.NullMarked;
