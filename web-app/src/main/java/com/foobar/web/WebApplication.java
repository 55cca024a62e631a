package com.foobar.web;

import java.security.Security;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the site, without Boot's own user: the site's accounts are the only ones. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
class WebApplication {

    private WebApplication() {}

    public static void main(String[] arguments) {
        // A database node that is away has no address, and may return with another one: what the JVM remembers of names by
        // default (30 s, and 10 s that there is none) is how much longer it would stay away.
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        SpringApplication.run(WebApplication.class, arguments);
    }
}
