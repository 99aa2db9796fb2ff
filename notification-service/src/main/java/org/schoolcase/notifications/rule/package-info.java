/** Who is told what because of which event. */
@NullMarked
package org.schoolcase.notifications.rule;

import org.jspecify.annotations.NullMarked;
