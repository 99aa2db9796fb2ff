/** Students whose two records became one in the student service. */
@NullMarked
package org.schoolcase.referrals.studentmerge;

import org.jspecify.annotations.NullMarked;
