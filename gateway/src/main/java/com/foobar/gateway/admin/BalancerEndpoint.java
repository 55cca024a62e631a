package com.foobar.gateway.admin;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import com.foobar.gateway.server.AdminState;
import com.foobar.gateway.server.Pool;
import com.foobar.gateway.server.PoolProperties;
import com.foobar.gateway.server.Server;
import com.foobar.gateway.settings.Instance;

/** The actuator endpoint that shows the servers and sets their admin states. */
@Endpoint(id = "balancer")
final class BalancerEndpoint {

    private static final int BAD_REQUEST = 400;

    private final Pool pool;
    private final PoolProperties properties;
    private final Instance instance;
    private final boolean control;

    BalancerEndpoint(Pool pool, PoolProperties properties, Instance instance, AdminProperties admin) {
        this.pool = pool;
        this.properties = properties;
        this.instance = instance;
        this.control = admin.password() != null;
    }

    @ReadOperation
    PoolDescriptor pool() {
        return new PoolDescriptor(instance.name(), properties.algorithm(), properties.mode(), pool.isInPanic(), control,
                pool.servers().stream().map(ServerDescriptor::of).toList());
    }

    @ReadOperation
    @Nullable
    ServerDescriptor server(@Selector String name) {
        return pool.server(name).map(ServerDescriptor::of).orElse(null);
    }

    /** @param state the new admin state of the server: ready, drain or maintenance */
    @WriteOperation
    WebEndpointResponse<?> control(@Selector String name, String state) {
        Optional<Server> server = pool.server(name);
        if (server.isEmpty()) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "ready" -> set(server.get(), AdminState.READY);
            case "drain" -> set(server.get(), AdminState.DRAIN);
            case "maintenance" -> set(server.get(), AdminState.MAINTENANCE);
            default -> new WebEndpointResponse<>(new Problem("The state is one of ready, drain, maintenance."),
                    BAD_REQUEST);
        };
    }

    private WebEndpointResponse<?> set(Server server, AdminState wish) {
        pool.control(server, wish, System.nanoTime());
        return new WebEndpointResponse<>(ServerDescriptor.of(server));
    }

    private record Problem(String detail) {}
}
