/** How a district weighs cases, what it lets one person carry, and who carries what. */
@NullMarked
package org.schoolcase.cases.caseload.policy;

import org.jspecify.annotations.NullMarked;
