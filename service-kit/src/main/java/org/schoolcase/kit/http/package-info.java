/** Small pieces of HTTP that every resource needs. */
@NullMarked
package org.schoolcase.kit.http;

import org.jspecify.annotations.NullMarked;
