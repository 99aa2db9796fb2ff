/** What this service keeps of students, staff, agencies and cases, fed by their topics. */
@NullMarked
package org.schoolcase.notifications.profile;

import org.jspecify.annotations.NullMarked;
