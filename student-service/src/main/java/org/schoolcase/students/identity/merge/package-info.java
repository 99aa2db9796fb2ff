/** Makes two records of one student one, and undoes it. */
@NullMarked
package org.schoolcase.students.identity.merge;

import org.jspecify.annotations.NullMarked;
