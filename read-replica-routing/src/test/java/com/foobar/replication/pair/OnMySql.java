package com.foobar.replication.pair;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import org.springframework.test.context.ContextConfiguration;

/** Runs the test on MySQL in containers; the test is skipped on a machine without a container engine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = PairProperties.MySql.class)
@EnabledIfDockerAvailable
public @interface OnMySql {}
