/** Which source owns which field of a person's record, and where the other one says something else. */
@NullMarked
package org.schoolcase.students.ownership;

import org.jspecify.annotations.NullMarked;
