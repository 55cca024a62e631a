package com.foobar.web.inputs;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriTemplate;

import com.foobar.web.Site;

/**
 * An endpoint of the site, as its controller declares it.
 *
 * @param method the HTTP method
 * @param pattern the pattern of the path
 * @param fields the names of its form fields and query parameters
 * @param takesJson whether its body is JSON
 */
record Endpoint(String method, String pattern, List<String> fields, boolean takesJson) {

    Endpoint {
        fields = List.copyOf(fields);
    }

    /** Returns all endpoints; a new endpoint is included automatically. */
    static List<Endpoint> all(Site site) {
        return site.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
                .entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(pattern -> methods(entry.getKey().getMethodsCondition().getMethods())
                                .map(method -> of(method, pattern, entry.getValue()))))
                .sorted((one, other) -> one.toString().compareTo(other.toString())).toList();
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(RequestMethod::name);
    }

    private static Endpoint of(String method, String pattern, HandlerMethod handler) {
        LinkedHashSet<String> fields = new LinkedHashSet<>();
        boolean json = false;
        for (MethodParameter parameter : handler.getMethodParameters()) {
            json |= parameter.hasParameterAnnotation(RequestBody.class);
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                fields.add(parameter.getParameter().getName());
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class) || isPlain(parameter)) {
                Stream.ofNullable(parameter.getParameterType().getRecordComponents()).flatMap(Arrays::stream)
                        .map(RecordComponent::getName).forEach(fields::add);
            }
        }
        return new Endpoint(method, pattern, List.copyOf(fields), json);
    }

    private static boolean isPlain(MethodParameter parameter) {
        return parameter.getParameterAnnotations().length == 0;
    }

    /** Returns the path with a value for each variable of the pattern. */
    String path(UnaryOperator<String> values) {
        String plain = pattern.replaceAll("\\{(\\w+):[^/]*?\\}(?=[/.]|$)", "{$1}").replace("**", "x");
        UriTemplate template = new UriTemplate(plain);
        return template.expand(template.getVariableNames().stream().distinct()
                .collect(Collectors.<String, String, Object> toMap(name -> name, values))).toString();
    }

    boolean isOfApi() {
        return pattern.startsWith("/api/");
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
