package com.foobar.web.security;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import com.foobar.web.problem.ProblemException;
import com.foobar.web.problem.ProblemType;
import com.foobar.web.problem.ProblemWriter;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

/** Decides which requests need a signed-in viewer. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final RequestMatcher SAME_FOR_ALL = new OrRequestMatcher(pathPattern("/assets/**"),
            pathPattern("/readyz"), pathPattern("/livez"), pathPattern("/actuator/**"));
    private static final String API = "/api/**";

    /** Secures the API, which programs use. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, RequestViewers viewers, Handled handled) {
        BearerEntryPoint refusal = new BearerEntryPoint();
        return stateless(http.securityMatcher(API)).authorizeHttpRequests(requests -> requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                .requestMatchers(ViewerUnknown::isMarked).permitAll()
                .requestMatchers(HttpMethod.OPTIONS).permitAll()
                .requestMatchers("/api/v1/me/**").access(handled)
                .requestMatchers(HttpMethod.POST, "/api/v1/accounts", "/api/v1/sessions").permitAll()
                .requestMatchers(HttpMethod.GET).permitAll()
                .requestMatchers(HttpMethod.HEAD).permitAll()
                .anyRequest().access(handled))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(refusal)
                        .accessDeniedHandler((request, response, _) -> ProblemWriter.write(request, response,
                                new ProblemException(ProblemType.FORBIDDEN, "You may not do this."))))
                .addFilterBefore(new ViewerFilter(viewers::ofProgram, SAME_FOR_ALL, refusal),
                        AnonymousAuthenticationFilter.class)
                .build();
    }

    /**
     * Secures the pages, which people use. Forms with a story or a comment reach their controllers even if nobody is
     * signed in: the controller's response still shows everything that the user typed.
     */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, RequestViewers viewers, Handled handled) {
        SignInEntryPoint signIn = new SignInEntryPoint();
        return stateless(http).authorizeHttpRequests(requests -> requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                .requestMatchers(ViewerUnknown::isMarked).permitAll()
                .requestMatchers(HttpMethod.OPTIONS).permitAll()
                .requestMatchers("/settings/**", "/drafts", "/stories/new").access(handled)
                .requestMatchers(HttpMethod.POST, "/sign-in", "/sign-up", "/stories", "/stories/*/edit",
                        "/stories/*/comments", "/stories/*/comments/*/edit")
                .permitAll()
                .requestMatchers("/stories/*/edit", "/stories/*/delete", "/stories/*/comments/*/edit")
                .access(handled)
                .requestMatchers(HttpMethod.GET).permitAll()
                .requestMatchers(HttpMethod.HEAD).permitAll()
                .anyRequest().access(handled))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(signIn))
                .addFilterBefore(new ViewerFilter(viewers::ofPerson, SAME_FOR_ALL, signIn),
                        AnonymousAuthenticationFilter.class)
                .build();
    }

    /**
     * Creates a firewall that refuses ambiguous addresses. It accepts every header value and parameter name, whatever
     * characters they have (RFC 9110, section 5.5). It accepts every method too: the controllers refuse methods that
     * they do not support.
     */
    @Bean
    static HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        return firewall;
    }

    /**
     * Switches off what the site does itself: {@link CrossOriginFilter} prevents forged requests,
     * {@link SecurityHeadersFilter} sets headers, and the site has sessions of its own, so that a page view writes
     * nothing.
     */
    private static HttpSecurity stateless(HttpSecurity http) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable).headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable);
    }
}
