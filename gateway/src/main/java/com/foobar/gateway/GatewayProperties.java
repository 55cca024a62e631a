package com.foobar.gateway;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.gateway.admin.AdminProperties;
import com.foobar.gateway.admission.RateLimitProperties;
import com.foobar.gateway.edge.ShutdownProperties;
import com.foobar.gateway.proxy.RetryProperties;
import com.foobar.gateway.proxy.UpstreamProperties;
import com.foobar.gateway.server.EjectionProperties;
import com.foobar.gateway.server.HealthProperties;
import com.foobar.gateway.server.PoolProperties;
import com.foobar.gateway.settings.ClientProperties;
import com.foobar.gateway.settings.EdgeProperties;

/**
 * All settings under {@code foobar.gateway}; an unknown name stops the start.
 *
 * @param pool the servers, and how requests are shared among them
 * @param health the health checks (active checks)
 * @param ejection the passive checks and outlier detection
 * @param upstream the upstream connections
 * @param retry when a request is retried on another server
 * @param edge what the gateway accepts from outside
 * @param client how long clients may take, and how much one client may use at the same time
 * @param rateLimit how many requests one client may send in a time
 * @param shutdown how the gateway stops
 * @param admin who may control the gateway
 */
@ConfigurationProperties(prefix = "foobar.gateway", ignoreUnknownFields = false)
record GatewayProperties(@NestedConfigurationProperty @DefaultValue PoolProperties pool,
        @NestedConfigurationProperty @DefaultValue HealthProperties health,
        @NestedConfigurationProperty @DefaultValue EjectionProperties ejection,
        @NestedConfigurationProperty @DefaultValue UpstreamProperties upstream,
        @NestedConfigurationProperty @DefaultValue RetryProperties retry,
        @NestedConfigurationProperty @DefaultValue EdgeProperties edge,
        @NestedConfigurationProperty @DefaultValue ClientProperties client,
        @NestedConfigurationProperty @DefaultValue RateLimitProperties rateLimit,
        @NestedConfigurationProperty @DefaultValue ShutdownProperties shutdown,
        @NestedConfigurationProperty @DefaultValue AdminProperties admin) {}
