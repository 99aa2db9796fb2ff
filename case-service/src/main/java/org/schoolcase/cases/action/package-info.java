/** What may be done in a case now, by whom, and if not why: one state machine that every use case asks. */
@NullMarked
package org.schoolcase.cases.action;

import org.jspecify.annotations.NullMarked;
