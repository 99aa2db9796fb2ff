/** What a transaction leaves behind besides its data, written in one statement before it commits. */
@NullMarked
package org.schoolcase.kit.journal;

import org.jspecify.annotations.NullMarked;
