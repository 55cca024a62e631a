package com.foobar.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @CsvSource({ "/a?b, /a?b", "http://foobar.com/a, /a", "HTTP://FOOBAR.com/a, /a", "http://foobar.com, /" })
    void readsPathAndQuery(String target, String path) {
        assertThat(RequestTarget.originForm(target, "foobar.com")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = { "*", "a", "http://other/a", "ftp://foobar.com/", "foobar.com:443", "" })
    void readsNothingElse(String target) {
        assertThat(RequestTarget.originForm(target, "foobar.com")).isNull();
    }

    @Test
    void requestIdsAreLongAndDifferent() {
        assertThat(RequestIds.next()).hasSize(32).matches("[0-9a-f]+").isNotEqualTo(RequestIds.next());
    }
}
