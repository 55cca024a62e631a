package com.foobar.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Marks a test that needs a browser; it is skipped on a machine without Chromium. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnabledIfChromium.Condition.class)
@interface EnabledIfChromium {

    /** Looks for the browser on this machine. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Chromium.executable().map(path -> ConditionEvaluationResult.enabled("Chromium is " + path))
                    .orElseGet(() -> ConditionEvaluationResult
                            .disabled("no Chromium: install it, or name it by the environment variable CHROMIUM"));
        }
    }
}
