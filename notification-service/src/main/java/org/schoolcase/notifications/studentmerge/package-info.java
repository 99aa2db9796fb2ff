/** Students whose two records became one in the student service. */
@NullMarked
package org.schoolcase.notifications.studentmerge;

import org.jspecify.annotations.NullMarked;
