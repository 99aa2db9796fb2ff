/** Computing deadlines anew when law, calendars or facts change, and telling what moved. */
@NullMarked
package org.schoolcase.cases.casedeadline.recalculation;

import org.jspecify.annotations.NullMarked;
