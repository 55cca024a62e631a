package com.foobar.web.account;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ClientTests {

    @Test
    void whatAProgramCallsItselfIsReadAsUtf8WhereItIs() {
        assertThat(userAgent("iPhone Xʀ 🐬".getBytes(StandardCharsets.UTF_8))).isEqualTo("iPhone Xʀ 🐬");
        assertThat(userAgent("Gerät".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("Gerät");
        assertThat(userAgent(new byte[]{ 'a', (byte) 0x80, (byte) 0x9F, 'b' })).isEqualTo("ab");
    }

    @Test
    void whatAProgramCallsItselfFitsItsColumn() {
        assertThat(new Client("127.0.0.1", "🐬".repeat(300)).userAgent()).isEqualTo("🐬".repeat(200));
        assertThat(new Client("x".repeat(50) + "é", "").address()).isEqualTo("x".repeat(45));
    }

    private static String userAgent(byte[] bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("User-Agent", new String(bytes, StandardCharsets.ISO_8859_1));
        return Client.of(request).userAgent();
    }
}
