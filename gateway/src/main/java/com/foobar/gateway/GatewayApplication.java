package com.foobar.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;

/** Starts the load balancer. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(excludeFilters = @Filter(ManagementContextConfiguration.class))
public class GatewayApplication {

    /** Starts the load balancer with the given command line. */
    public static void main(String[] args) {
        SpringApplication.run(GatewayApplication.class, args);
    }
}
