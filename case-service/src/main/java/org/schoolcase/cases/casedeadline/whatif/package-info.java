/** Deadlines under other facts, calendars or law; nothing is written. */
@NullMarked
package org.schoolcase.cases.casedeadline.whatif;

import org.jspecify.annotations.NullMarked;
