/** This service's own copy of the school calendars, ready to be counted on. */
@NullMarked
package org.schoolcase.cases.calendar;

import org.jspecify.annotations.NullMarked;
