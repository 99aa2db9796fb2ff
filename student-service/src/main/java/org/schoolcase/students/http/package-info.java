/** What the resources of this service have in common on the side of HTTP. */
@NullMarked
package org.schoolcase.students.http;

import org.jspecify.annotations.NullMarked;
