/** The world of a test: districts with people, and a mail server. */
@NullMarked
package org.schoolcase.notifications.testing;

import org.jspecify.annotations.NullMarked;
