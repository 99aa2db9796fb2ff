@NullMarked
package org.schoolcase.students.identity.review;

import org.jspecify.annotations.NullMarked;
