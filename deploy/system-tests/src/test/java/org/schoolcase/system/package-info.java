/** The suite as a whole: packaged services, real PostgreSQL, Kafka, Keycloak and SMTP. */
@NullMarked
package org.schoolcase.system;

import org.jspecify.annotations.NullMarked;
