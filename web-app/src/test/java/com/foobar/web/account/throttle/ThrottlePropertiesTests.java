package com.foobar.web.account.throttle;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ThrottlePropertiesTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(context -> context.getBeanFactory()
                    .setConversionService(ApplicationConversionService.getSharedInstance()))
            .withUserConfiguration(Bound.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ThrottleProperties.class)
    static class Bound {}

    @Test
    void nothingHasToBeSet() {
        application.run(context -> {
            ThrottleProperties limits = context.getBean(ThrottleProperties.class);
            assertThat(limits.usernameAndNetworkLimit()).isEqualTo(new Limit(10, Duration.ofMinutes(15)));
            assertThat(limits.usernameLimit()).isEqualTo(new Limit(100, Duration.ofMinutes(15)));
            assertThat(limits.deviceLimit()).isEqualTo(new Limit(10, Duration.ofMinutes(15)));
            assertThat(limits.sessionLimit()).isEqualTo(new Limit(10, Duration.ofMinutes(15)));
            assertThat(limits.sessionLimitInAll()).isEqualTo(new Limit(100, Duration.ofDays(30)));
            assertThat(limits.workOfAddressLimit()).isEqualTo(new Limit(200, Duration.ofMinutes(15)));
            assertThat(limits.workOfAccountLimit()).isEqualTo(new Limit(100, Duration.ofMinutes(15)));
            assertThat(limits.addressLimit()).isEqualTo(new Limit(50, Duration.ofMinutes(15)));
            assertThat(limits.signUpLimit()).isEqualTo(new Limit(20, Duration.ofHours(1)));
        });
    }

    @Test
    void halfOfALimitMayBeSet() {
        application.withPropertyValues("foobar.throttle.sign-up-by-address.attempts=200",
                "foobar.throttle.sign-in-by-username.window=1m").run(context -> {
                    ThrottleProperties limits = context.getBean(ThrottleProperties.class);
                    assertThat(limits.signUpLimit()).isEqualTo(new Limit(200, Duration.ofHours(1)));
                    assertThat(limits.usernameLimit()).isEqualTo(new Limit(100, Duration.ofMinutes(1)));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "sign-in-by-username.attempts=0 | attempts must be 1 or more.",
            "sign-in-by-address.window=0s | window must be longer than 0." })
    void aBadValueStopsTheStartWithASentence(String property, String sentence) {
        application.withPropertyValues("foobar.throttle." + property)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(sentence)
                        .hasStackTraceContaining(property.replaceFirst("\\..*", "")));
    }
}
