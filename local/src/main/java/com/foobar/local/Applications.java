package com.foobar.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.foobar.database.embedded.ReplicatingPair;

import static com.foobar.local.Endpoint.GATEWAY_1_HTTP;
import static com.foobar.local.Endpoint.GATEWAY_1_HTTPS;
import static com.foobar.local.Endpoint.GATEWAY_1_MANAGEMENT;
import static com.foobar.local.Endpoint.GATEWAY_2_HTTP;
import static com.foobar.local.Endpoint.GATEWAY_2_HTTPS;
import static com.foobar.local.Endpoint.GATEWAY_2_MANAGEMENT;
import static com.foobar.local.Endpoint.WEB_APP_1_HTTP;
import static com.foobar.local.Endpoint.WEB_APP_1_MANAGEMENT;
import static com.foobar.local.Endpoint.WEB_APP_2_HTTP;
import static com.foobar.local.Endpoint.WEB_APP_2_MANAGEMENT;

/** Creates the web-apps and gateways with all their settings. */
record Applications(Extraction jars, Path dataDirectory, PortPlan ports, boolean demoData) {

    static final List<String> NAMES = List.of("web-app-1", "web-app-2", "gateway-1", "gateway-2");

    List<Application> webApps(ReplicatingPair database) {
        // Both instances get the same key, so that each accepts the tokens that the other has signed.
        String tokenKey = UUID.randomUUID().toString() + UUID.randomUUID();
        return List.of(webApp("web-app-1", WEB_APP_1_HTTP, WEB_APP_1_MANAGEMENT, database, tokenKey),
                webApp("web-app-2", WEB_APP_2_HTTP, WEB_APP_2_MANAGEMENT, database, tokenKey));
    }

    List<Application> gateways(Certificate certificate) {
        return List.of(gateway("gateway-1", GATEWAY_1_HTTPS, GATEWAY_1_HTTP, GATEWAY_1_MANAGEMENT, certificate),
                gateway("gateway-2", GATEWAY_2_HTTPS, GATEWAY_2_HTTP, GATEWAY_2_MANAGEMENT, certificate));
    }

    /** Returns the application's folder for settings, log and process id. */
    Path folder(String name) {
        return dataDirectory.resolve(name);
    }

    private Application webApp(String name, Endpoint http, Endpoint management, ReplicatingPair database,
            String tokenKey) {
        Map<String, String> settings = common(name, http, management);
        settings.put("foobar.replication.nodes[0].name", "mariadb-primary");
        settings.put("foobar.replication.nodes[0].url", database.primary().jdbcUrl());
        settings.put("foobar.replication.nodes[1].name", "mariadb-replica");
        settings.put("foobar.replication.nodes[1].url", database.replica().jdbcUrl());
        settings.put("foobar.replication.username", database.application().username());
        settings.put("foobar.replication.password", database.application().password());
        settings.put("foobar.replication.token-key", tokenKey);
        settings.put("foobar.demo.enabled", String.valueOf(demoData));
        settings.put("spring.flyway.user", database.migration().username());
        settings.put("spring.flyway.password", database.migration().password());
        return new Application(name, jars.of("web-app"), folder(name), settings,
                URI.create("http://127.0.0.1:" + ports.of(http) + "/readyz"));
    }

    private Application gateway(String name, Endpoint https, Endpoint http, Endpoint management,
            Certificate certificate) {
        Map<String, String> settings = common(name, https, management);
        settings.put("spring.ssl.bundle.pem.site.keystore.certificate", certificate.certificate().toUri().toString());
        settings.put("spring.ssl.bundle.pem.site.keystore.private-key", certificate.privateKey().toUri().toString());
        settings.put("foobar.gateway.pool.servers[0].name", "server-1");
        settings.put("foobar.gateway.pool.servers[0].uri", "http://127.0.0.1:" + ports.of(WEB_APP_1_HTTP));
        settings.put("foobar.gateway.pool.servers[1].name", "server-2");
        settings.put("foobar.gateway.pool.servers[1].uri", "http://127.0.0.1:" + ports.of(WEB_APP_2_HTTP));
        settings.put("foobar.gateway.edge.hosts", "foobar.com,www.foobar.com,localhost,127.0.0.1");
        settings.put("foobar.gateway.edge.http-port", String.valueOf(ports.of(http)));
        settings.put("foobar.gateway.edge.public-https-port", String.valueOf(ports.of(https)));
        // With HSTS a browser would also require HTTPS for every other server on this machine's localhost.
        settings.put("foobar.gateway.edge.hsts", "0s");
        settings.put("foobar.gateway.shutdown.delay", "0s");
        return new Application(name, jars.of("gateway"), folder(name), settings,
                URI.create("http://127.0.0.1:" + ports.of(management) + "/actuator/health/readiness"));
    }

    private Map<String, String> common(String name, Endpoint main, Endpoint management) {
        Map<String, String> settings = new HashMap<>();
        settings.put("foobar.instance", name);
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", String.valueOf(ports.of(main)));
        settings.put("management.server.address", "127.0.0.1");
        settings.put("management.server.port", String.valueOf(ports.of(management)));
        return settings;
    }
}
