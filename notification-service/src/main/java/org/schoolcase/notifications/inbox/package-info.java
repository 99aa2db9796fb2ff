/** The in-app inbox and its live stream. */
@NullMarked
package org.schoolcase.notifications.inbox;

import org.jspecify.annotations.NullMarked;
