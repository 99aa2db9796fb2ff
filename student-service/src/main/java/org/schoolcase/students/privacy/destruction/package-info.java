/** Destruction of records after notice, in all services, with its proof (34 CFR 300.624). */
@NullMarked
package org.schoolcase.students.privacy.destruction;

import org.jspecify.annotations.NullMarked;
