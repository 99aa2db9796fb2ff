/** Which event led to which messages, and how far they came. */
@NullMarked
package org.schoolcase.notifications.ledger;

import org.jspecify.annotations.NullMarked;
