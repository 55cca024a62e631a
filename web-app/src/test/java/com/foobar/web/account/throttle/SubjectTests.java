package com.foobar.web.account.throttle;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectTests {

    @Test
    void aNameIsTheSameInUpperCase() {
        assertThat(Subject.username("sign-in", "Ada").hash()).isEqualTo(Subject.username("sign-in", "ada").hash());
    }

    @Test
    void whatIsCountedForOnePurposeIsNotForAnother() {
        assertThat(address("192.0.2.1")).isNotEqualTo(Subject.address("sign-up", "192.0.2.1").hash())
                .isNotEqualTo(Subject.username("sign-in", "192.0.2.1").hash());
    }

    @Test
    void addressesOfOneSubscribersNetworkAreOne() {
        assertThat(address("2001:db8:0:1::1")).isEqualTo(address("2001:db8:0:1:ffff::2"))
                .isNotEqualTo(address("2001:db8:0:2::1"));
        assertThat(address("192.0.2.1")).isNotEqualTo(address("192.0.2.2"));
    }

    @Test
    void whatIsNoAddressIsCountedAsItIs() {
        assertThat(address("unknown")).isEqualTo(address("unknown")).isNotEqualTo(address("other"));
    }

    @Test
    void aNameIsCountedByTheNetworkThatItIsTriedFrom() {
        assertThat(nameFrom("192.0.2.1")).isEqualTo(Subject.usernameAndNetwork("sign-in", "ADA", "192.0.2.1").hash())
                .isNotEqualTo(nameFrom("192.0.2.2")).isNotEqualTo(Subject.username("sign-in", "ada").hash());
        assertThat(nameFrom("2001:db8:1:2::3")).isEqualTo(nameFrom("2001:db8:1:ffff::4"))
                .isNotEqualTo(nameFrom("2001:db8:2:2::3"));
    }

    @Test
    void noNameCanBeTypedThatIsCountedAsAnothersElsewhere() {
        assertThat(Subject.usernameAndNetwork("sign-in", "ada\n192.0.2.2", "192.0.2.1").hash())
                .isNotEqualTo(nameFrom("192.0.2.2"));
    }

    private static byte[] nameFrom(String address) {
        return Subject.usernameAndNetwork("sign-in", "ada", address).hash();
    }

    private static byte[] address(String address) {
        return Subject.address("sign-in", address).hash();
    }
}
