/** OneRoster 1.2 rostering provider (REST): the district's roster for learning tools and neighbours, read only. */
@NullMarked
package org.schoolcase.students.provider;

import org.jspecify.annotations.NullMarked;
