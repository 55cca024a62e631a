package com.foobar.web.problem;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.foobar.web.FilterOrder;
import com.foobar.web.schema.Schema;

/** Makes sure that each failed request to the API gets a problem as its response, wherever it fails. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration implements WebMvcConfigurer {

    private final Problems problems;

    ProblemConfiguration(Schema schema) {
        this.problems = new Problems(new DatabaseProblems(schema));
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(new ProblemResolver(problems));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ProblemErrors()).order(Ordered.HIGHEST_PRECEDENCE);
    }

    /** Registers the filter before all filters that may refuse a request. */
    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter() {
        FilterRegistrationBean<ProblemFilter> registration = new FilterRegistrationBean<>(new ProblemFilter(problems));
        registration.setOrder(FilterOrder.PROBLEM);
        return registration;
    }

    /** Sends a problem in place of the error page if the container itself refuses a request to the API. */
    private static final class ProblemErrors implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            if (request.getDispatcherType() != DispatcherType.ERROR || !ProblemFilter.covers(request)) {
                return true;
            }
            ProblemWriter.write(request, response, ContainerRefusal.of(response.getStatus()));
            return false;
        }
    }
}
