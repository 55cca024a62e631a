package com.foobar.gateway.accesslog;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.gateway.settings.EdgeProperties;
import com.foobar.gateway.settings.Instance;

@Configuration(proxyBeanMethods = false)
class AccessLogConfiguration {

    @Bean
    AccessLog accessLog(Instance instance, EdgeProperties properties, MeterRegistry registry) {
        if (!properties.accessLog()) {
            return AccessLog.NONE;
        }
        AccessLine line = new AccessLine(instance);
        return new JsonAccessLog(new FileOutputStream(FileDescriptor.out),
                context -> line.of(context, System.nanoTime()), registry);
    }
}
