/** Handing cases from one member of staff to another, with every open duty, or not at all. */
@NullMarked
package org.schoolcase.cases.handover;

import org.jspecify.annotations.NullMarked;
