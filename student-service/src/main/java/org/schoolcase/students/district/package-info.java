/** The register of districts, kept by the operator. */
@NullMarked
package org.schoolcase.students.district;

import org.jspecify.annotations.NullMarked;
