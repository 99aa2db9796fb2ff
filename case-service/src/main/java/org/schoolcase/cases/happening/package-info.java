/** What happened in a case, in order; clocks of law, actions, tasks and the timeline follow from it. */
@NullMarked
package org.schoolcase.cases.happening;

import org.jspecify.annotations.NullMarked;
