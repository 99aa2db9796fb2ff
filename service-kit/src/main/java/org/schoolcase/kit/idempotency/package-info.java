/** First answers, given again to the same request. */
@NullMarked
package org.schoolcase.kit.idempotency;

import org.jspecify.annotations.NullMarked;
