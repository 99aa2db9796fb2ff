/** Finding students by what one knows of them. */
@NullMarked
package org.schoolcase.students.search;

import org.jspecify.annotations.NullMarked;
