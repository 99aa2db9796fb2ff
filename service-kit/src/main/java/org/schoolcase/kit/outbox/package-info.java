/** Events on their way out. */
@NullMarked
package org.schoolcase.kit.outbox;

import org.jspecify.annotations.NullMarked;
