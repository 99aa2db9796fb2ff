/** Entries of a record that hold from one day to another, and what was known of them when. */
@NullMarked
package org.schoolcase.students.timeline;

import org.jspecify.annotations.NullMarked;
