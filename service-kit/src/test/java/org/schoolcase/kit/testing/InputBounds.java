package org.schoolcase.kit.testing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds parameters and fields of requests that could be of any length or size. */
final class InputBounds {

    private final List<String> unbounded = new ArrayList<>();

    private InputBounds() {}

    static List<String> unboundedIn(Class<?> resource) {
        var bounds = new InputBounds();
        for (var method : resource.getDeclaredMethods()) {
            if (isEndpoint(method)) {
                for (var parameter : method.getParameters()) {
                    bounds.parameter(resource, method, parameter);
                }
            }
        }
        return bounds.unbounded;
    }

    private static boolean isEndpoint(Method method) {
        return Stream.of(method.getAnnotations())
                .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private void parameter(Class<?> resource, Method method, Parameter parameter) {
        if (parameter.isAnnotationPresent(Context.class)) {
            return;
        }
        var place = resource.getSimpleName() + "." + method.getName() + "(" + parameter.getName() + ")";
        if (parameter.getType().isRecord() && !parameter.isAnnotationPresent(Valid.class)) {
            unbounded.add(place + " lacks @Valid");
        }
        check(place, parameter.getType(), parameter, parameter.getAnnotatedType());
    }

    private void check(String place, Class<?> type, AnnotatedElement element, AnnotatedType annotated) {
        if (CharSequence.class.isAssignableFrom(type)) {
            require(place, element, annotated, List.of(Size.class, Pattern.class));
        } else if (isNumber(type)) {
            require(place, element, annotated, List.of(Max.class, DecimalMax.class, Digits.class));
        } else if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            require(place, element, annotated, List.of(Size.class));
            elements(place, annotated);
        } else if (type.isRecord()) {
            record(place, type);
        }
    }

    private void elements(String place, AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType parameterized) {
            for (var argument : parameterized.getAnnotatedActualTypeArguments()) {
                if (argument.getType() instanceof Class<?> type) {
                    check(place + "[]", type, argument, argument);
                }
            }
        }
    }

    private void record(String place, Class<?> type) {
        for (var component : type.getRecordComponents()) {
            var inside = place + "." + component.getName();
            var field = Arrays.stream(type.getDeclaredFields())
                    .filter(f -> f.getName().equals(component.getName()))
                    .findFirst()
                    .orElseThrow();
            if (field.getAnnotatedType().isAnnotationPresent(NotNull.class)
                    && !field.isAnnotationPresent(NotNull.class)) {
                unbounded.add(inside + " has @NotNull inside a qualified type, where nobody looks for it");
            }
            if (component.getType().isRecord() && !field.isAnnotationPresent(Valid.class)) {
                unbounded.add(inside + " lacks @Valid");
            }
            check(inside, component.getType(), field, field.getAnnotatedType());
        }
    }

    private void require(
            String place, AnnotatedElement element, AnnotatedType annotated, List<Class<? extends Annotation>> anyOf) {
        var bounded = anyOf.stream().anyMatch(a -> element.isAnnotationPresent(a) || annotated.isAnnotationPresent(a));
        if (!bounded) {
            unbounded.add(place + " lacks " + anyOf.getFirst().getSimpleName());
        }
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || type == int.class || type == long.class || type == double.class;
    }
}
