/** The contracts of the suite's events. */
@NullMarked
package org.schoolcase.notifications.events;

import org.jspecify.annotations.NullMarked;
