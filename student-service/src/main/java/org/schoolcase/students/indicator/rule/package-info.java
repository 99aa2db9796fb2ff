/** Early-warning rules as data, and how they are applied to the facts about a student: plain values and functions. */
@NullMarked
package org.schoolcase.students.indicator.rule;

import org.jspecify.annotations.NullMarked;
