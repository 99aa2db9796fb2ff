/** Who calls: roles and claims of the verified token. */
@NullMarked
package org.schoolcase.kit.security;

import org.jspecify.annotations.NullMarked;
