/** A service's share in the privacy rights of a student: its part of an export, and destruction. */
@NullMarked
package org.schoolcase.record.privacy;

import org.jspecify.annotations.NullMarked;
