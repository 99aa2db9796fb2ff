@NullMarked
package org.schoolcase.students.identity.match;

import org.jspecify.annotations.NullMarked;
