/** What this service keeps of students and their guardians, fed by the state topic of student-service. */
@NullMarked
package org.schoolcase.referrals.student;

import org.jspecify.annotations.NullMarked;
