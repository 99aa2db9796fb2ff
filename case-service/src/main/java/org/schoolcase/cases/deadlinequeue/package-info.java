/** Cases whose deadlines must be computed anew, and why. */
@NullMarked
package org.schoolcase.cases.deadlinequeue;

import org.jspecify.annotations.NullMarked;
