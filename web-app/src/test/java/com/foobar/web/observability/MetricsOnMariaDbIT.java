package com.foobar.web.observability;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import com.foobar.replication.pair.MariaDbPair;
import com.foobar.web.Site;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsOnMariaDbIT {

    @Test
    void memoryOfTheProcessIsThere() {
        MeterRegistry meters = Site.twoOver(MariaDbPair.get()).getFirst().bean(MeterRegistry.class);
        assertThat(meters.get("process.memory.anonymous").gauge()).isNotNull();
        assertThat(meters.get("process.memory.limit").gauge().value()).isPositive();
    }
}
