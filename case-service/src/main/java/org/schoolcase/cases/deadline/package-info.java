/** Deadlines of law as pure computation: rules as data, dated facts in, due dates with a recountable trace out. */
@NullMarked
package org.schoolcase.cases.deadline;

import org.jspecify.annotations.NullMarked;
