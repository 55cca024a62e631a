package com.foobar.replication;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import com.foobar.replication.ReplicationProperties.NodeProperties;
import com.foobar.replication.node.ConnectionPoolProperties;
import com.foobar.replication.node.NodeAddress;
import com.foobar.replication.routing.RoutingProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PropertiesTests {

    private static final List<String> GOOD = List.of("nodes[0].name=a", "nodes[0].url=jdbc:mysql://a/foobar",
            "nodes[1].name=b",
            "nodes[1].url=jdbc:mysql://b/foobar", "username=foobar");

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(
                    context -> context.getBeanFactory()
                            .setConversionService(ApplicationConversionService.getSharedInstance()))
            .withUserConfiguration(Bound.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({ ReplicationProperties.class, ProbeProperties.class, ConnectionPoolProperties.class,
            RoutingProperties.class, TokenProperties.class })
    static class Bound {}

    @Test
    void nodesAndAnAccountAreEnough() {
        application.withPropertyValues(with(GOOD)).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(ReplicationProperties.class).nodes()).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "nodes[1].name=a | must give each node a name of its own",
            "nodes[1].url=jdbc:mariadb://b/foobar | must be of one kind",
            "nodes[1].url=jdbc:h2:mem:b | must begin with jdbc:mysql:",
            "username= | must name the application's account", "pool.size=0 | must be at least 1",
            "pool.checkout-timeout=10ms | must be at least 250 ms", "routing.max-lag=-1s | must not be negative",
            "probe.interval=0s | must be at least 10 ms", "token-key=short | must have at least 32 characters" })
    void aBadValueStopsTheStartWithASentence(String property, String sentence) {
        ArrayList<String> properties = new ArrayList<>(GOOD);
        properties.add(property);

        application.withPropertyValues(with(properties))
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(sentence));
    }

    @Test
    void aNodeWithoutANameIsCalledByItsAddress() {
        application.withPropertyValues(with(List.of("nodes[0].url=jdbc:mysql://a:3306/foobar?useSSL=true",
                "nodes[1].url=jdbc:mysql://b/foobar"))).run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(ReplicationProperties.class).addresses()).extracting(NodeAddress::name)
                            .containsExactly("a:3306", "b");
                });
    }

    @Test
    void theAddressThatNamesANodeHoldsNoAccount() {
        assertThat(new NodeProperties(null, "jdbc:mysql://foobar:a-secret@a:3306/foobar").address().name())
                .isEqualTo("a:3306");
    }

    @ParameterizedTest
    @ValueSource(strings = { "jdbc:mysql:foobar?password=a-secret", "jdbc:mysql://address=(host=a)(port=3306)/foobar",
            "jdbc:mysql://(host=a,password=a-secret)/foobar", "jdbc:mysql:///foobar" })
    void aNodeWhoseUrlDoesNotTellItsHostMustHaveAName(String url) {
        assertThatThrownBy(() -> new NodeProperties(null, url)).hasMessageContaining("nodes[].name must be set")
                .hasMessageNotContaining("secret");
        assertThat(new NodeProperties("a", url).address().name()).isEqualTo("a");
    }

    @Test
    void secretsAreNotPrinted() {
        NodeProperties node = new NodeProperties("a", "jdbc:mysql://foobar:a-secret@a/foobar?password=a-secret");
        assertThat(node.toString()).contains("a").doesNotContain("secret");
        assertThat(node.address().toString()).contains("a").doesNotContain("secret");
        assertThat(new TokenProperties("a-secret-of-more-than-32-characters").toString()).doesNotContain("secret");
        assertThat(new ReplicationProperties(List.of(new NodeProperties("a", "jdbc:mysql://a/foobar")), "foobar",
                "a-secret").toString()).doesNotContain("secret");
    }

    private static String[] with(List<String> properties) {
        return properties.stream().map(property -> "foobar.replication." + property).toArray(String[]::new);
    }
}
