/** Rules that the whole service keeps to. */
@NullMarked
package org.schoolcase.notifications;

import org.jspecify.annotations.NullMarked;
