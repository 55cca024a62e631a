package com.foobar.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

/**
 * Marks a test of the running suite, which the test's constructor takes. All such tests share one suite, which is
 * stopped after the last test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfDockerAvailable
@ExtendWith(SuiteExtension.class)
@interface SystemTest {}
