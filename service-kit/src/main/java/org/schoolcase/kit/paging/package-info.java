/** Keyset pages with signed cursors. */
@NullMarked
package org.schoolcase.kit.paging;

import org.jspecify.annotations.NullMarked;
