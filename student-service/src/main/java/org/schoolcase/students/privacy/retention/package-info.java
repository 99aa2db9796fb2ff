/** How long records are kept, and holds that stop their destruction. */
@NullMarked
package org.schoolcase.students.privacy.retention;

import org.jspecify.annotations.NullMarked;
