package com.foobar.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTests {

    private static final Path DATA = Path.of("/project/local/data").toAbsolutePath();

    @Test
    void withoutOptionsDataIsKeptInTheProject() {
        Options options = parse();

        assertThat(options.clear()).isFalse();
        assertThat(options.demoData()).isTrue();
        assertThat(options.dataDirectory()).isEqualTo(DATA);
        assertThat(options.ports().of(Endpoint.GATEWAY_1_HTTPS)).isEqualTo(10_443);
    }

    @Test
    void firstPortMovesAllButThoseWithAPortOfTheirOwn() {
        PortPlan ports = parse("--first-port=20000", "--gateway-2-https=8444").ports();

        assertThat(ports.of(Endpoint.GATEWAY_1_HTTPS)).isEqualTo(20_443);
        assertThat(ports.of(Endpoint.GATEWAY_2_HTTPS)).isEqualTo(8_444);
        assertThat(ports.of(Endpoint.DATABASE_REPLICA)).isEqualTo(20_307);
    }

    @Test
    void clearAndDataDirAreTaken() {
        Options options = parse("--clear", "--data-dir=/elsewhere");

        assertThat(options.clear()).isTrue();
        assertThat(options.dataDirectory()).isEqualTo(Path.of("/elsewhere").toAbsolutePath());
    }

    @Test
    void emptyDatabaseIsLeftEmptyOnRequest() {
        assertThat(parse("--no-demo-data").demoData()).isFalse();
    }

    @Test
    void helpNamesEveryEndpoint() {
        assertThat(Guide.help())
                .contains(Arrays.stream(Endpoint.values()).map(Endpoint::option).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "--cleer | There is no option --cleer: --help shows all.",
            "clear | There is no option clear: --help shows all.",
            "--first-port=many | The option --first-port=many needs a port, from 1 to 65535.",
            "--first-port=65500 | The port of gateway-1-https must be from 1 to 65535, but is 65943.",
            "--web-app-1-http=10443 | Port 10443 is set for two endpoints." })
    void wrongOptionIsNamed(String argument, String message) {
        assertThatThrownBy(() -> parse(argument)).isInstanceOf(LocalException.class).hasMessage(message);
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), DATA);
    }
}
