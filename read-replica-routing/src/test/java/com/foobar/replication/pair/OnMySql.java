package com.foobar.replication.pair;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import org.springframework.test.context.ContextConfiguration;

/** The test runs on MySQL in containers, and is left out where there is no engine for them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = PairProperties.MySql.class)
@EnabledIfDockerAvailable
public @interface OnMySql {}
