package com.foobar.web.problem;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Responds with 404 to addresses that no controller has. The handler of static files would do so too, but it then takes
 * each link of a page for a possible static file and searches all jars for it. Without any handler the servlet would
 * respond with 500 to a request whose Content-Type is a wildcard. This is a {@link WebMvcConfigurer} only so that tests
 * of the web layer alone have it too.
 */
@Configuration(proxyBeanMethods = false)
class UnknownAddressConfiguration implements WebMvcConfigurer {

    @Bean
    SimpleUrlHandlerMapping unknownAddressMapping() {
        HttpRequestHandler handler = UnknownAddressConfiguration::refuse;
        return new SimpleUrlHandlerMapping(Map.of("/**", handler), Ordered.LOWEST_PRECEDENCE);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws NoResourceFoundException {
        throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), request.getRequestURI(),
                request.getServletPath());
    }
}
