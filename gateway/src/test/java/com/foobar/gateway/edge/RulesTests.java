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
    @ValueSource(strings = { "*", "a", "http://other/a", "ftp://foobar.com/", "foobar.com:443", "", "/a#b" })
    void readsNothingElse(String target) {
        assertThat(RequestTarget.originForm(target, "foobar.com")).isNull();
    }

    @Test
    void requestIdsAreLongAndDifferent() {
        assertThat(RequestIds.next()).hasSize(32).matches("[0-9a-f]+").isNotEqualTo(RequestIds.next());
    }
}
