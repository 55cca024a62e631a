package com.foobar.gateway.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Adds to the management port what the actuator does not have: the page, and the protection of all control. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementPortConfiguration {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    ControlFilter controlFilter(AdminProperties properties) {
        return new ControlFilter(properties);
    }

    @Bean
    RouterFunction<ServerResponse> balancerPage() throws IOException {
        return RouterFunctions.route().GET("/balancer", file("page.html", "text/html"))
                .GET("/balancer/page.css", file("page.css", "text/css"))
                .GET("/balancer/page.js", file("page.js", "text/javascript")).build();
    }

    private static HandlerFunction<ServerResponse> file(String name, String type) throws IOException {
        String content = new ClassPathResource("balancer/" + name).getContentAsString(StandardCharsets.UTF_8);
        MediaType utf8 = new MediaType(MediaType.valueOf(type), StandardCharsets.UTF_8);
        return request -> ServerResponse.ok().contentType(utf8).header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff").header("Cache-Control", "no-cache").bodyValue(content);
    }
}
