/** The log of contacts with families and others about a case, and what it shows of reasonable efforts. */
@NullMarked
package org.schoolcase.cases.communication;

import org.jspecify.annotations.NullMarked;
