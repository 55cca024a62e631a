package com.foobar.web.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UsernamesTests {

    @ParameterizedTest
    @ValueSource(strings = { "ada", "a-1", "a_b", "abcdefghijklmnopqrstuvwxyz1234" })
    void goodNamesHaveNoProblem(String name) {
        assertThat(Usernames.problem(name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "ab", "abcdefghijklmnopqrstuvwxyz12345", "1ada", "-ada", "_ada", "a da", "ada!", "adé",
            "ada\n", "аda" })
    void malformedNamesAreToldTheRule(String name) {
        assertThat(Usernames.problem(name)).contains("3 to 30").contains("begins with a letter");
    }

    @ParameterizedTest
    @ValueSource(strings = { "admin", "api", "settings", "sign-in", "deleted" })
    void namesOfTheSiteItselfAreReserved(String name) {
        assertThat(Usernames.problem(name)).contains("reserved");
    }

    @Test
    void upperCaseAndSpacesAroundAreNoOtherName() {
        assertThat(Usernames.normalized(" Ada ")).isEqualTo("ada");
        assertThat(Usernames.normalized(null)).isEmpty();
        assertThat(Usernames.normalized("ADMİN")).isNotEqualTo("admin");
    }
}
