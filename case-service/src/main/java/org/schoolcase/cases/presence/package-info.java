/** Who has a case open now, so that two people do not change it unseen by each other. */
@NullMarked
package org.schoolcase.cases.presence;

import org.jspecify.annotations.NullMarked;
