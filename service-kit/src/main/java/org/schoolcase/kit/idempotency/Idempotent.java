package org.schoolcase.kit.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Honours the header {@code Idempotency-Key} on a POST: within a day the same key and request give the first answer
 * again (header {@code Idempotency-Replayed: true}), another request 422, one still running 409. The key is stored in
 * the transaction of the effect. A refusal is not kept: the request may be sent again.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
