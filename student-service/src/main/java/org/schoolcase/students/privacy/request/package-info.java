/** Requests to inspect a record, and the complete export that answers them (34 CFR 99.10). */
@NullMarked
package org.schoolcase.students.privacy.request;

import org.jspecify.annotations.NullMarked;
