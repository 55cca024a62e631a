package com.foobar.replication;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.replication.dialect.Dialect;

/** What Hibernate has to be told, where an application has it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(HibernatePropertiesCustomizer.class)
class HibernateConfiguration {

    /** Hibernate would ask the database which kind it is, and there may be none yet. */
    @Bean
    HibernatePropertiesCustomizer databaseDialect(ReplicationProperties properties) {
        String product = Dialect.of(properties.addresses().getFirst().url()).productName();
        return hibernate -> hibernate.put("jakarta.persistence.database-product-name", product);
    }
}
