/** Who holds the educational rights of a student on a day, and why. */
@NullMarked
package org.schoolcase.students.rights;

import org.jspecify.annotations.NullMarked;
