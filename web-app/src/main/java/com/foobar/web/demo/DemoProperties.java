package com.foobar.web.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether an empty database is filled.
 *
 * @param enabled whether; a database that has accounts is left alone in either case
 */
@ConfigurationProperties("foobar.demo")
record DemoProperties(@DefaultValue("false") boolean enabled) {}
