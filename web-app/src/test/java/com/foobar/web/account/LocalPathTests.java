package com.foobar.web.account;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalPathTests {

    @ParameterizedTest
    @ValueSource(strings = { "/", "/settings", "/drafts?after=a%2Fb&x=1", "/stories/a-slug#comments",
            "/search?q=a//b" })
    void aPageOfThisSiteIsGoneOnTo(String path) {
        assertThat(LocalPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = { "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/a\\b",
            "https://evil.example/", "javascript:alert(1)", "evil.example", "/a\r\nSet-Cookie: a=b", "/\t/evil.example",
            "/a\n", " /a", "/a b", "/{name}", "/%", "/\u0000" })
    void anythingElseLeadsHome(String path) {
        assertThat(LocalPath.of(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1_001, 100_000 })
    void nobodyNeedsSoLongAnAddress(int length) {
        assertThat(LocalPath.of("/" + "a".repeat(length - 1))).isEqualTo("/");
    }
}
