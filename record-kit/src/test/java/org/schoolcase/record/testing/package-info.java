/** What each service that keeps a part of a student's record is held to. */
@NullMarked
package org.schoolcase.record.testing;

import org.jspecify.annotations.NullMarked;
