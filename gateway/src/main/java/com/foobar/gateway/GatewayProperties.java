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
 * All that can be set under {@code foobar.gateway}; a name that is not here stops the start.
 *
 * @param pool the servers
 * @param health the active checks
 * @param ejection the passive checks
 * @param upstream the connections to the servers
 * @param retry when a request goes to another server
 * @param edge what is taken from outside
 * @param client how long clients may take
 * @param rateLimit how many requests one client may send
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
