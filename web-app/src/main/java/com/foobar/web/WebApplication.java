package com.foobar.web;

import java.security.Security;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the site, without the user that Spring Boot creates by default: only the site's own accounts exist. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
class WebApplication {

    private WebApplication() {}

    public static void main(String[] arguments) {
        // While a database node is away, its name has no address, and the node may return with another address. By
        // default the JVM remembers an address for 30 s, and a missing address for 10 s; the node would stay
        // unreachable for that much longer.
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        SpringApplication.run(WebApplication.class, arguments);
    }
}
