package com.foobar.replication;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

import com.foobar.replication.session.ConsistencyTokens;
import com.foobar.replication.session.ReadYourWritesFilter;

/** Read-your-writes for the users of a servlet application. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(OncePerRequestFilter.class)
@EnableConfigurationProperties(TokenProperties.class)
class ServletConfiguration {

    @Bean
    ReadYourWritesFilter databaseReadYourWritesFilter(TokenProperties token) {
        return new ReadYourWritesFilter(new ConsistencyTokens(token.key()));
    }
}
