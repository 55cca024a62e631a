package com.foobar.gateway.proxy;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

class RetryStormTests {

    private static final Backend one = new Backend("one").behave(Backend.status(503));
    private static final Backend two = new Backend("two").behave(Backend.status(503));
    private static final RunningGateway gateway = RunningGateway.before(List.of(one, two),
            "foobar.gateway.retry.budget=20", "foobar.gateway.retry.min-per-second=0");

    @AfterAll
    static void stop() {
        gateway.close();
        one.close();
        two.close();
    }

    @Test
    void budgetCapsTheExtraLoadWhereEveryServerFails() throws Exception {
        for (int i = 0; i < 200; i++) {
            assertThat(gateway.get("/").statusCode()).isEqualTo(503);
        }
        assertThat(one.received() + two.received()).isBetween(200, 241);
    }
}
