/** Students whose two records became one in the student service. */
@NullMarked
package org.schoolcase.record.merge;

import org.jspecify.annotations.NullMarked;
