package com.foobar.web.forms;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.server.ResponseStatusException;

/**
 * Accepts only requests that a form of a browser can send. Other content types are refused with 415; parameters that
 * address a part of a field are refused with 400, because no field of the site's forms has parts.
 */
@ControllerAdvice
class FormRules {

    private static final List<MediaType> TYPES = List.of(MediaType.APPLICATION_FORM_URLENCODED,
            MediaType.MULTIPART_FORM_DATA);

    @InitBinder
    void check(WebDataBinder binder, HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        binder.setDeclarativeBinding(true);
        Class<?> form = Optional.ofNullable(binder.getTargetType()).map(ResolvableType::resolve).orElse(null);
        if (binder.getTarget() != null || form == null || !form.isRecord()) {
            return;
        }
        requireForm(request.getContentType());
        List<String> fields = Stream.of(form.getRecordComponents()).map(RecordComponent::getName).toList();
        if (request.getParameterMap().keySet().stream().anyMatch(name -> isPart(name, fields))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A field has no parts.");
        }
    }

    private static void requireForm(@Nullable String type) throws HttpMediaTypeNotSupportedException {
        if (type == null) {
            return;
        }
        try {
            MediaType sent = MediaType.parseMediaType(type);
            if (TYPES.stream().noneMatch(form -> form.includes(sent))) {
                throw new HttpMediaTypeNotSupportedException(sent, TYPES);
            }
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotSupportedException(e.getMessage());
        }
    }

    /**
     * Returns whether a parameter's name addresses a part of a field, such as {@code title[0]} or {@code title.class}.
     */
    private static boolean isPart(String name, Collection<String> fields) {
        return fields.stream().anyMatch(field -> name.length() > field.length() && name.startsWith(field)
                && "[.".indexOf(name.charAt(field.length())) >= 0);
    }
}
