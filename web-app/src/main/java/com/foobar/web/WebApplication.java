package com.foobar.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the site. */
@SpringBootApplication
class WebApplication {

    private WebApplication() {}

    public static void main(String[] arguments) {
        SpringApplication.run(WebApplication.class, arguments);
    }
}
