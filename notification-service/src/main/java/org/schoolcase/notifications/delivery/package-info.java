/** The way of a message from the ledger to its recipient. */
@NullMarked
package org.schoolcase.notifications.delivery;

import org.jspecify.annotations.NullMarked;
