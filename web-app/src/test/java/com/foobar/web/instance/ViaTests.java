package com.foobar.web.instance;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ViaTests {

    @Test
    void namesComeInTheOrderOfTheWay() {
        assertThat(Via.names(List.of("1.1 gateway-1, 1.1 nginx-1"))).containsExactly("gateway-1", "nginx-1");
        assertThat(Via.names(List.of("1.1 gateway-1", "HTTP/2 nginx-1:8080 (a comment)"))).containsExactly("gateway-1",
                "nginx-1:8080");
    }

    @Test
    void whatIsNotWellFormedIsLeftOut() {
        assertThat(Via.names(List.of("", ",,", "1.1", "1.1 <script>", "1.1 nginx-1"))).containsExactly("nginx-1");
        assertThat(Via.names(List.of())).isEmpty();
    }
}
