package org.schoolcase.kit.json;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.FieldError;
import org.schoolcase.kit.problem.ProblemException;

/** Reads ids from paths and queries; one of the wrong form is the caller's mistake and told so. */
@Provider
public class IdParameter implements ParamConverterProvider {

    private static final int LENGTH = 36;

    @Override
    @SuppressWarnings("unchecked") // T is UUID where the raw type is
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType == UUID.class ? (ParamConverter<T>) new Converter() : null;
    }

    /** Public, because a service loads the two classes apart. */
    public static final class Converter implements ParamConverter<UUID> {
        @Override
        public UUID fromString(String value) {
            if (value.length() == LENGTH) {
                try {
                    return UUID.fromString(value);
                } catch (IllegalArgumentException e) {
                    throw malformed();
                }
            }
            throw malformed();
        }

        @Override
        public String toString(UUID value) {
            return value.toString();
        }

        private static ProblemException malformed() {
            return ProblemException.badRequest("id.malformed", "An id in the request is no UUID.")
                    .error(FieldError.parameter(
                            "id", "id.malformed", "Ids have the form of RFC 9562: 8-4-4-4-12 hex digits."));
        }
    }
}
