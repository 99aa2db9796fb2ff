@NullMarked
package org.schoolcase.students.identity.merge;

import org.jspecify.annotations.NullMarked;
