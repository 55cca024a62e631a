package com.foobar.web.infrastructure.picture;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.foobar.web.infrastructure.snapshot.Snapshot;

import static org.assertj.core.api.Assertions.assertThat;

class PhrasesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-2841 | 3e11fa47:1-2841",
            "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:7 | 3e11fa47:1-5:7",
            "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:7,4e11fa47-71ca-11e1-9e33-c80aa9429562:1-10 | 16 in 2 sources",
            "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5,3e11fa47-71ca-11e1-9e33-c80aa9429562:t1:1-3 | 8 in 2 sources",
            "0-1-270 | 0-1-270", "0-1-270,1-2-5 | 275 in 2 sources", "something else | something else" })
    void positionsAreShortened(String position, String brief) {
        assertThat(Position.brief(position)).isEqualTo(brief);
    }

    @ParameterizedTest
    @CsvSource({ "0, 0 s", "119, 119 s", "120, 2 min", "299, 4 min" })
    void timesAreRead(long seconds, String words) {
        assertThat(Phrases.duration(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({ "0, 0", "0.04, 0.0", "9.94, 9.9", "31.2, 31" })
    void figuresHaveADecimalWhereTheyAreSmall(double figure, String words) {
        assertThat(Phrases.number(figure)).isEqualTo(words);
    }

    @Test
    void largeCountsAreGrouped() {
        assertThat(Phrases.count(1, "transaction", "transactions")).isEqualTo("1 transaction");
        assertThat(Phrases.count(12_345, "transaction", "transactions")).isEqualTo("12\u202f345 transactions");
    }

    @Test
    void gatewayOnTheWayIsAKnownOneOrElseTheFirstProxyThatIsNoWebServer() {
        Snapshot whole = Examples.whole();
        assertThat(new RequestPath(List.of("gateway-2", "nginx-1"), "web-app-1", null).gateway(whole))
                .contains("gateway-2");
        assertThat(new RequestPath(List.of("gateway-9", "nginx-1"), "web-app-1", null).gateway(whole))
                .contains("gateway-9");
        assertThat(new RequestPath(List.of("nginx-1"), "web-app-1", null).gateway(whole)).isEmpty();
        assertThat(new RequestPath(List.of("nginx-1"), "web-app-1", null).webServer(whole)).contains("nginx-1");
        assertThat(new RequestPath(List.of("gateway-1"), "web-app-1", null).webServer(whole)).isEmpty();
    }
}
