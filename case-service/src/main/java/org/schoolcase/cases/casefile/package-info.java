/** Cases of students, their teams, and who may open what. */
@NullMarked
package org.schoolcase.cases.casefile;

import org.jspecify.annotations.NullMarked;
