package com.foobar.web.observability;

import javax.sql.DataSource;

import io.micrometer.tracing.Tracer;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

import com.foobar.observability.TracingSwitch;

/**
 * Wraps the DataSource to create spans for SQL statements, if tracing is on. It wraps the routing DataSource as a
 * whole: a routing connection chooses its node at the first statement, and the wrapper calls nothing that would make it
 * choose earlier.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(SqlTracingConfiguration.OnTracing.class)
class SqlTracingConfiguration {

    @Bean
    static BeanPostProcessor sqlTracing(ObjectProvider<Tracer> tracer) {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database
                        ? ProxyDataSourceBuilder.create(name, database).listener(new SqlSpans(tracer.getObject()))
                                .build()
                        : bean;
            }
        };
    }

    static final class OnTracing implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return TracingSwitch.isOn(context.getEnvironment());
        }
    }
}
