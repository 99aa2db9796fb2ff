/** Tests of the OneRoster provider over HTTP. */
@NullMarked
package org.schoolcase.students.provider;

import org.jspecify.annotations.NullMarked;
