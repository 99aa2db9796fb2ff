/** Early-warning indicators of students: they prompt a review and never act on their own. */
@NullMarked
package org.schoolcase.students.indicator;

import org.jspecify.annotations.NullMarked;
