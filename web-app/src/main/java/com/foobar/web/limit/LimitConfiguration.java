package com.foobar.web.limit;

import org.apache.coyote.AbstractProtocol;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

import com.foobar.web.instance.InstanceProperties;

/** Sets what Spring Boot has no property for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ LimitProperties.class, InstanceProperties.class })
class LimitConfiguration {

    /**
     * More than can stand in the headers, and in the cookies among them, that the tiers before let through: their size
     * is the limit.
     */
    private static final int MOST_HEADERS = 10_000;

    /** After those that log, name the instance and set headers, and before all that reads a body. */
    @Bean
    FilterRegistrationBean<BodyBudgetFilter> bodyBudgetFilter(LimitProperties properties) {
        BodyBudget budget = new BodyBudget(properties.bodies(), properties.bodiesOfClient(), properties.bodyWait());
        FilterRegistrationBean<BodyBudgetFilter> registration = new FilterRegistrationBean<>(
                new BodyBudgetFilter(budget));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 4);
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

    /** Added last, it is the first of the host's valves to see an error. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorReport(InstanceProperties instance) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ErrorReport(instance.instance())));
    }
}
