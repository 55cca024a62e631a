package com.foobar.web.quota;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import com.foobar.web.account.throttle.Limit;

import static org.assertj.core.api.Assertions.assertThat;

class QuotaPropertiesTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(context -> context.getBeanFactory()
                    .setConversionService(ApplicationConversionService.getSharedInstance()))
            .withUserConfiguration(Bound.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(QuotaProperties.class)
    static class Bound {}

    @Test
    void nothingHasToBeSetAndHalfOfALimitMayBe() {
        application.withPropertyValues("foobar.quota.comments-by-address.attempts=7").run(context -> {
            QuotaProperties limits = context.getBean(QuotaProperties.class);
            assertThat(limits.storiesOfAccount()).isEqualTo(new Limit(60, Duration.ofMinutes(10)));
            assertThat(limits.storiesOfAddress()).isEqualTo(new Limit(300, Duration.ofMinutes(10)));
            assertThat(limits.commentsOfAccount()).isEqualTo(new Limit(60, Duration.ofMinutes(10)));
            assertThat(limits.commentsOfAddress()).isEqualTo(new Limit(7, Duration.ofMinutes(10)));
            assertThat(limits.previewsOfAccount()).isEqualTo(new Limit(60, Duration.ofMinutes(1)));
            assertThat(limits.previewsOfAddress()).isEqualTo(new Limit(300, Duration.ofMinutes(1)));
            assertThat(limits.searchesOfAddress()).isEqualTo(new Limit(120, Duration.ofMinutes(1)));
            assertThat(limits.previewsAtOnce()).isEqualTo(2);
            assertThat(limits.previewPatience()).hasSeconds(2);
            assertThat(limits.searchesAtOnce()).isEqualTo(4);
            assertThat(limits.searchesAtOnceByAddress()).isEqualTo(2);
            assertThat(limits.searchPatience()).hasSeconds(1);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "stories-by-account.attempts=0 | attempts must be 1 or more.",
            "searches-by-address.window=0s | window must be longer than 0.",
            "previews-at-once=0 | previews-at-once must be 1 or more.",
            "searches-at-once=0 | searches-at-once must be 1 or more.",
            "searches-at-once-by-address=0 | searches-at-once-by-address must be 1 or more.",
            "search-patience=-1s | search-patience must be 0 or longer.",
            "preview-patience=-1s | preview-patience must be 0 or longer." })
    void aBadValueStopsTheStartWithASentence(String property, String sentence) {
        application.withPropertyValues("foobar.quota." + property)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(sentence));
    }
}
