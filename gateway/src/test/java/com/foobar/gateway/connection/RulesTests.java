package com.foobar.gateway.connection;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import com.foobar.gateway.admission.HiddenPaths;
import com.foobar.gateway.admission.Hosts;
import com.foobar.gateway.exchange.RequestIds;
import com.foobar.gateway.settings.EdgeProperties;

import static org.assertj.core.api.Assertions.assertThat;

class RulesTests {

    private final Hosts hosts = new Hosts(Set.of("foobar.com", "www.foobar.com"));
    private final HiddenPaths hidden = new HiddenPaths(List.of("/livez", "/readyz"));

    @ParameterizedTest
    @ValueSource(strings = { "foobar.com", "FooBar.com", "foobar.com:8443", "www.foobar.com.", "www.foobar.com:443" })
    void allowsItsHosts(String host) {
        assertThat(hosts.allow(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "example.com", "foobar.com.example.com", "xfoobar.com", "[::1]:443", "10.0.0.1" })
    void allowsNoOthers(String host) {
        assertThat(hosts.allow(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "foobar.com", "example.com:8443", "example.com.", "[::1]:443", "10.0.0.1" })
    void allowsEveryHostIfSoConfigured(String host) {
        assertThat(new Hosts(Set.of("*")).allow(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "*", "a b", "user@foobar.com", "foobar.com:80@example.com", "foobar.com/a",
            "foobar.com:x", "[::1", "foobar.com,example.com", "foobar.com?a", "foobar.com#a" })
    void allowsNothingThatIsNoHost(String host) {
        assertThat(new Hosts(Set.of("*")).allow(host)).isFalse();
        assertThat(hosts.allow(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/readyz", "/readyz?x", "/readyz/", "//readyz", "/./readyz", "/a/../livez", "/%72eadyz",
            "/%2e/readyz", "/livez;a=b", "/a/%2e%2e/livez/b" })
    void hidesHoweverThePathIsWritten(String target) {
        assertThat(hidden.hide(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/readyzz", "/a/readyz", "/?/readyz", "/%", "/a+b" })
    void hidesNothingElse(String target) {
        assertThat(hidden.hide(target)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/actuator", "/actuator/", "/actuator/health", "/actuator;a=b", "//actuator//health" })
    void hidesTheSamePathsIfTheSettingEndsWithASlash(String target) {
        HiddenPaths withSlash = new HiddenPaths(List.of("/actuator/"));
        assertThat(withSlash.hide(target)).isTrue();
        assertThat(withSlash.hide("/actuators")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", quoteCharacter = '~', textBlock = """
            GET,     /a?b,                       foobar.com,      /a?b,      foobar.com
            GET,     http://foobar.com/a,        foobar.com,      /a,        foobar.com
            GET,     HTTP://FOOBAR.com/a,        foobar.com,      /a,        FOOBAR.com
            GET,     http://foobar.com,          foobar.com,      /,         foobar.com
            GET,     http://foobar.com:443,      foobar.com,      /,         foobar.com:443
            GET,     http://foobar.com:443/a,    foobar.com:8443, /a,        foobar.com:443
            GET,     https://foobar.com,         foobar.com,      /,         foobar.com
            GET,     https://foobar.com?a=/b://, foobar.com,      /?a=/b://, foobar.com
            GET,     http://foobar.com?a|b,      foobar.com,      /?a%7Cb,   foobar.com
            OPTIONS, *,                          foobar.com,      /#server,  foobar.com
            OPTIONS, http://foobar.com,          foobar.com,      /#server,  foobar.com
            OPTIONS, http://foobar.com:443,      foobar.com,      /#server,  foobar.com:443
            OPTIONS, http://foobar.com/,         foobar.com,      /,         foobar.com
            CONNECT, foobar.com:443,             foobar.com,      /#tunnel,  foobar.com
            """)
    void readsEachFormOfATarget(String method, String target, String host, String read, String named) {
        HttpHeaders headers = new DefaultHttpHeaders().set("Host", host);
        assertThat(read(method, target, headers)).isEqualTo(read);
        assertThat(headers.get("Host")).isEqualTo(named);
    }

    private static String read(String method, String target, HttpHeaders headers) {
        return RequestTarget.read(HttpMethod.valueOf(method), target, HttpVersion.HTTP_1_1, headers,
                new HeadLimits(new EdgeProperties(Set.of("*"), null, 443, null, List.of(), Duration.ZERO,
                        DataSize.ofKilobytes(8), DataSize.ofKilobytes(8), DataSize.ofKilobytes(16),
                        DataSize.ofMegabytes(1),
                        false)));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
            /a?b=c|d -> /a?b=c%7Cd
            /a?b={c} -> /a?b=%7Bc%7D
            /a?b="<c> -> /a?b=%22%3Cc%3E
            /a?b=\\c^` -> /a?b=%5Cc%5E%60
            /a|b -> /a%7Cb
            /a[b]?c[]=d -> /a%5Bb%5D?c[]=d
            /\u00c3\u00a9 -> /%C3%A9
            /a?b=\u00e9 -> /a?b=%E9
            /a%7Cb?%zz -> /a%7Cb?%25zz
            /100%?a=%2 -> /100%25?a=%252
            /a;b=c,d@e!$&'()*+:._-?/?: -> /a;b=c,d@e!$&'()*+:._-?/?:
            """)
    void escapesWhatMayNotStandInATarget(String target, String escaped) {
        assertThat(TargetEscapes.escape(target)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @ValueSource(strings = { "*", "a", "http://other/a", "ftp://foobar.com/", "foobar.com:443", "", "/a#b",
            "httpx://foobar.com/",
            "http://user@foobar.com/", "http://foobar.com:443:80/", "http://foobar.com:x/", "http:///a", "http://",
            "http://foobar.com/#a", "http://foobar.com\\@other/", "http:/foobar.com/" })
    void readsNothingElse(String target) {
        assertThat(read("GET", target, new DefaultHttpHeaders().set("Host", "foobar.com"))).isEqualTo("/#bad");
    }

    @Test
    void requestIdsAreLongAndDifferent() {
        assertThat(RequestIds.next()).hasSize(32).matches("[0-9a-f]+").isNotEqualTo(RequestIds.next());
    }
}
