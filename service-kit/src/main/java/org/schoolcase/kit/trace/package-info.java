/** Which requests and events are traced. */
@NullMarked
package org.schoolcase.kit.trace;

import org.jspecify.annotations.NullMarked;
