/** Single statements over plain JDBC, for reads and set-based writes that no entity fits. */
@NullMarked
package org.schoolcase.cases.rows;

import org.jspecify.annotations.NullMarked;
