package com.foobar.replication;

import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.Pointcuts;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.replication.node.Cluster;
import com.foobar.replication.routing.RoutingProperties;
import com.foobar.replication.routing.TransactionFailover;

/** Puts the failover around Spring's own handling of transactions. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class FailoverConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor transactionFailover(ObjectProvider<Cluster> cluster, ObjectProvider<RoutingProperties> settings) {
        Pointcut annotated = Pointcuts.union(new AnnotationMatchingPointcut(Transactional.class, true),
                AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class));
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(annotated,
                new TransactionFailover(cluster::getObject, settings::getObject));
        // Spring's transaction advice has the lowest precedence, so the failover runs around it.
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return advisor;
    }
}
