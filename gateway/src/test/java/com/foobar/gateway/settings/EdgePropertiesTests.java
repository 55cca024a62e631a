package com.foobar.gateway.settings;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class EdgePropertiesTests {

    @Test
    void sharedAddressWithoutTheNativeTransportGivesASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeProperties.requireNativeTransport(new UnsatisfiedLinkError("no such library")))
                .withMessage("foobar.gateway.edge.shared-address needs Netty's native transport for Linux, which is "
                        + "not available here: java.lang.UnsatisfiedLinkError: no such library.");
    }

    @Test
    void sharedAddressWithTheNativeTransportIsFine() {
        assertThatNoException().isThrownBy(() -> EdgeProperties.requireNativeTransport(null));
    }
}
