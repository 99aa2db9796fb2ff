/** This service's own copy of the district's staff, as the student service tells it. */
@NullMarked
package org.schoolcase.cases.staffprofile;

import org.jspecify.annotations.NullMarked;
