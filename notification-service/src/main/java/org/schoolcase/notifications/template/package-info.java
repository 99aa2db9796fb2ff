/** What a notification says, per kind, channel and language. */
@NullMarked
package org.schoolcase.notifications.template;

import org.jspecify.annotations.NullMarked;
