/** Finds names of other students in the free texts of an export, and keeps them out until the custodian has decided. */
@NullMarked
package org.schoolcase.students.privacy.mention;

import org.jspecify.annotations.NullMarked;
