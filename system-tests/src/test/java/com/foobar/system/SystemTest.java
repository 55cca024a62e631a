package com.foobar.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

/** A test of the running suite, which its constructor takes: one suite for all such tests, stopped after the last. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfDockerAvailable
@ExtendWith(SuiteExtension.class)
@interface SystemTest {}
