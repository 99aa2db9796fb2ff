/** The log of disclosures of a record (34 CFR 99.32). */
@NullMarked
package org.schoolcase.students.privacy.disclosure;

import org.jspecify.annotations.NullMarked;
