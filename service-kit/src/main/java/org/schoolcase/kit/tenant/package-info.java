/** The district or agency of a transaction, and how the database is told. */
@NullMarked
package org.schoolcase.kit.tenant;

import org.jspecify.annotations.NullMarked;
