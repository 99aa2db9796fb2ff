/** Rights of families in the record of a student (34 CFR 99): who may exercise them, and on which day it is. */
@NullMarked
package org.schoolcase.students.privacy;

import org.jspecify.annotations.NullMarked;
