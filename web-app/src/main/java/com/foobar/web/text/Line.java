package com.foobar.web.text;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

/** Requires a text to be allowed as one line, see {@link TextRules#isLine}; null is valid. */
@Documented
@Constraint(validatedBy = Line.Check.class)
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {

    String message() default "This holds characters that cannot be seen and that turn the direction of the text, "
            + "such as U+202E: type it anew.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the text. Null is valid, because other constraints check for missing values. */
    final class Check implements ConstraintValidator<Line, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || TextRules.isLine(text);
        }
    }
}
