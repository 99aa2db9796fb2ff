/** Who works on a case, in which role, from when to when; one case manager at any time. */
@NullMarked
package org.schoolcase.cases.team;

import org.jspecify.annotations.NullMarked;
