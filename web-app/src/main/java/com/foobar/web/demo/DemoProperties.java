package com.foobar.web.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Decides whether the site fills an empty database with demo content.
 *
 * @param enabled whether the site fills an empty database; a database that has accounts is never changed
 */
@ConfigurationProperties("foobar.demo")
record DemoProperties(@DefaultValue("false") boolean enabled) {}
