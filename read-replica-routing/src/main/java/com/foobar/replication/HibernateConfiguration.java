package com.foobar.replication;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.replication.dialect.Dialect;

/** Configures Hibernate if the application uses it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(HibernatePropertiesCustomizer.class)
class HibernateConfiguration {

    /**
     * Tells Hibernate the database product. Otherwise Hibernate would ask the database at startup, when no database may
     * be available yet.
     */
    @Bean
    HibernatePropertiesCustomizer databaseDialect(ReplicationProperties properties) {
        String product = Dialect.of(properties.addresses().getFirst().url()).productName();
        return hibernate -> hibernate.put("jakarta.persistence.database-product-name", product);
    }
}
