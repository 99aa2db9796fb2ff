/** Tasks of a case with owner and due date, by hand and from the flow; beside the deadlines of law, never instead of them. */
@NullMarked
package org.schoolcase.cases.task;

import org.jspecify.annotations.NullMarked;
