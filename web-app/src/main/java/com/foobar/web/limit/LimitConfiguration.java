package com.foobar.web.limit;

import org.apache.coyote.AbstractProtocol;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.web.FilterOrder;
import com.foobar.web.instance.InstanceProperties;

/** Sets the limits for which Spring Boot has no property. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ LimitProperties.class, InstanceProperties.class })
class LimitConfiguration {

    /**
     * Maximum number of headers, and of cookies. The gateway and Nginx limit the size of all headers together; this
     * number is higher than what fits into that size, so that only the size counts.
     */
    private static final int MOST_HEADERS = 10_000;

    /**
     * Registers the filter after the filters that write the access log, name the instance and set headers, and before
     * all filters that read a body.
     */
    @Bean
    FilterRegistrationBean<BodyBudgetFilter> bodyBudgetFilter(LimitProperties properties) {
        BodyBudget budget = new BodyBudget(properties.bodies(), properties.bodiesOfClient(), properties.bodyWait());
        FilterRegistrationBean<BodyBudgetFilter> registration = new FilterRegistrationBean<>(
                new BodyBudgetFilter(budget));
        registration.setOrder(FilterOrder.BODY_BUDGET);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> countsOfHeaders() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setMaxCookieCount(MOST_HEADERS);
            if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                protocol.setMaxHeaderCount(MOST_HEADERS);
            }
        });
    }

    /**
     * Adds the site's error report. The valve that is added last is the first of the host's valves to see an error.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorReport(InstanceProperties instance) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ErrorReport(instance.instance())));
    }
}
