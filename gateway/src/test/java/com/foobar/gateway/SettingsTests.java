package com.foobar.gateway;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SettingsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    pool.algoritm                | random \
                        | foobar.gateway.pool.algoritm is not a setting of the gateway
                    poool.algorithm              | random \
                        | foobar.gateway.poool.algorithm is not a setting of the gateway
                    pool.algorithm               | random \
                        | foobar.gateway.pool.algorithm has the value 'random', which is not a choice of
                    health.interval              | soon \
                        | foobar.gateway.health.interval has the value 'soon', which is not a Duration
                    health.fall                  | 0 \
                        | foobar.gateway.health.fall must be 1 or more, but is 0.
                    health.path                  | readyz \
                        | foobar.gateway.health.path must begin with a slash
                    ejection.failures            | 5 \
                        | foobar.gateway.ejection.failures is not a setting of the gateway
                    ejection.connect-failures    | -1 \
                        | foobar.gateway.ejection.connect-failures must be 0 or more, but is -1.
                    ejection.window              | 0s \
                        | foobar.gateway.ejection.window must be a millisecond or more
                    ejection.min-requests        | 0 \
                        | foobar.gateway.ejection.min-requests must be from 1 to 100, but is 0.
                    ejection.failure-rate        | 101 \
                        | foobar.gateway.ejection.failure-rate is in percent, from 1 to 100
                    ejection.check-path          | stories \
                        | foobar.gateway.ejection.check-path must begin with a slash
                    ejection.max-share           | 101 \
                        | foobar.gateway.ejection.max-share is in percent
                    edge.http-port               | 99999 \
                        | foobar.gateway.edge.http-port must be from 0 to 65535
                    edge.hidden-paths            | / \
                        | foobar.gateway.edge.hidden-paths must begin with a slash and name a path
                    pool.servers[0].weight       | 0 \
                        | foobar.gateway.pool.servers: the weight of a must be from 1 to 256
                    pool.servers[0].name         | a b \
                        | foobar.gateway.pool.servers: the name 'a b' must be 1 to 63 letters
                    pool.servers[0].uri          | ftp:x \
                        | foobar.gateway.pool.servers: the uri of a must be like http://host:port
                    pool.dns.name                | web \
                        | foobar.gateway.pool needs either servers or dns.name
                    pool.servers[0].uri          | http://a:80/b \
                        | foobar.gateway.pool.servers: the uri of a must be like http://host:port
                    pool.servers[0].wieght       | 2 \
                        | foobar.gateway.pool.servers[0].wieght is not a setting of the gateway
                    admin.password               | '' \
                        | foobar.gateway.admin.password must not be empty
                    retry.statuses               | 404 \
                        | foobar.gateway.retry.statuses must be from 500 to 599
                    """)
    void badSettingGivesASentence(String name, String value, String sentence) {
        Map<String, String> settings = new HashMap<>(
                Map.of("foobar.gateway.pool.servers[0].name", "a", "foobar.gateway.pool.servers[0].uri",
                        "http://a:80"));
        settings.put("foobar.gateway." + name, value);
        BindException failure = catchThrowableOfType(BindException.class,
                () -> new Binder(new MapConfigurationPropertySource(settings)).bind("foobar.gateway",
                        Bindable.of(GatewayProperties.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT)));
        FailureAnalysis analysis = new SettingsFailureAnalyzer().analyze(failure);
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).startsWith(sentence);
    }
}
