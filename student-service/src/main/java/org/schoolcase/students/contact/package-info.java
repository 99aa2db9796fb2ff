/** How guardians and students are reached, and within which limits. */
@NullMarked
package org.schoolcase.students.contact;

import org.jspecify.annotations.NullMarked;
