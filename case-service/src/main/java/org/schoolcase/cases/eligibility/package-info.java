/** Whether a student is a child with a disability, by decision of a group (34 CFR 300.306), and the profile that follows. */
@NullMarked
package org.schoolcase.cases.eligibility;

import org.jspecify.annotations.NullMarked;
