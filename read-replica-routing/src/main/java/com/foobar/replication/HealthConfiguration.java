package com.foobar.replication;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.replication.status.ReplicationStatus;

/** Adds the health contributor {@code replication} if the application uses Spring Boot's health support. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(HealthIndicator.class)
class HealthConfiguration {

    @Bean
    ReplicationHealth replicationHealthIndicator(ReplicationStatus status) {
        return new ReplicationHealth(status);
    }
}
