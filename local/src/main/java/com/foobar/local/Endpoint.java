package com.foobar.local;

import java.util.Arrays;
import java.util.Optional;

/** The endpoints of the suite, each with its offset above the first port. */
enum Endpoint {

    GATEWAY_1_HTTPS("gateway-1-https", 443), GATEWAY_2_HTTPS("gateway-2-https", 444),
    GATEWAY_1_HTTP("gateway-1-http", 480), GATEWAY_2_HTTP("gateway-2-http", 481),
    GATEWAY_1_MANAGEMENT("gateway-1-management", 490), GATEWAY_2_MANAGEMENT("gateway-2-management", 491),
    WEB_APP_1_HTTP("web-app-1-http", 281), WEB_APP_2_HTTP("web-app-2-http", 282),
    WEB_APP_1_MANAGEMENT("web-app-1-management", 291), WEB_APP_2_MANAGEMENT("web-app-2-management", 292),
    DATABASE_PRIMARY("database-primary", 306), DATABASE_REPLICA("database-replica", 307);

    private final String option;
    private final int offset;

    Endpoint(String option, int offset) {
        this.option = option;
        this.offset = offset;
    }

    static Optional<Endpoint> ofOption(String option) {
        return Arrays.stream(values()).filter(endpoint -> endpoint.option.equals(option)).findFirst();
    }

    /** Returns the name of the endpoint on the command line and in messages. */
    String option() {
        return option;
    }

    int offset() {
        return offset;
    }

    /**
     * Returns whether this is an endpoint of the database. The database checks its ports itself, after it has ended the
     * servers of an earlier run.
     */
    boolean isDatabase() {
        return this == DATABASE_PRIMARY || this == DATABASE_REPLICA;
    }
}
