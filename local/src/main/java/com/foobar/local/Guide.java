package com.foobar.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The texts that the launcher prints: its help, and the messages before and after the start. */
final class Guide {

    private Guide() {}

    static String help() {
        return """
                Starts the suite without Docker, and stops it on Ctrl-C.

                  --clear             delete what earlier runs left, and start with no data
                  --no-demo-data      leave an empty database empty, rather than with stories to look at
                  --data-dir=FOLDER   keep data, logs and settings there (local/data of the project)
                  --first-port=PORT   move all ports: each endpoint has a fixed place above it (10000)
                  --ENDPOINT=PORT     one port; the endpoints and their places above the first port are
                %s
                  --help              show this

                With Maven: ./mvnw -Plocal -Dlocal.args="--clear --first-port=20000"
                """.formatted(
                Arrays.stream(Endpoint.values()).map(endpoint -> "      " + endpoint.option() + " " + endpoint.offset())
                        .collect(Collectors.joining("\n")));
    }

    static String introduction(Path dataDirectory) {
        return """
                foobar.com without Docker: a MariaDB primary and its replica, two web-apps, two gateways.
                Left out, compared with docker compose: Nginx (static files from disk, compression, micro-cache), the
                separate networks of the tiers, Prometheus, Alertmanager and Grafana; and MariaDB stands in for MySQL.
                Nothing fails over automatically: a lost primary stays lost until it is started again.
                Data, settings and logs: %s
                """.formatted(dataDirectory);
    }

    static String addresses(Options options) {
        PortPlan ports = options.ports();
        return """

                Ready:
                  https://localhost:%d  through gateway-1 (http://localhost:%d redirects there)
                  https://localhost:%d  through gateway-2 (http://localhost:%d redirects there)
                  http://localhost:%d/actuator/health and :%d  health of the gateways; :%d and :%d  of the web-apps
                  jdbc:mariadb://127.0.0.1:%d/foobar  the primary; :%d  the replica; passwords in %s

                The certificate is self-signed: a browser asks once, curl takes --cacert %s
                Ctrl-C stops everything.
                """.formatted(ports.of(Endpoint.GATEWAY_1_HTTPS), ports.of(Endpoint.GATEWAY_1_HTTP),
                ports.of(Endpoint.GATEWAY_2_HTTPS), ports.of(Endpoint.GATEWAY_2_HTTP),
                ports.of(Endpoint.GATEWAY_1_MANAGEMENT), ports.of(Endpoint.GATEWAY_2_MANAGEMENT),
                ports.of(Endpoint.WEB_APP_1_MANAGEMENT), ports.of(Endpoint.WEB_APP_2_MANAGEMENT),
                ports.of(Endpoint.DATABASE_PRIMARY), ports.of(Endpoint.DATABASE_REPLICA),
                options.dataDirectory().resolve("database/accounts.properties"),
                options.dataDirectory().resolve("certificate/tls.crt"));
    }
}
