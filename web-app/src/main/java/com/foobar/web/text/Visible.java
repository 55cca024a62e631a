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

/** A text of which a reader sees something. */
@Documented
@Constraint(validatedBy = Visible.Check.class)
@Target({ FIELD, METHOD, PARAMETER, TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Visible {

    String message() default "Nothing of this can be seen.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Leaves what is missing to others. */
    final class Check implements ConstraintValidator<Visible, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || TextRules.isVisible(text);
        }
    }
}
