package com.foobar.web.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileRulesTests {

    @Test
    void aNameFitsItsColumnInCharactersAsTheDatabaseCountsThem() {
        assertThat(ProfileRules.displayNameProblem("😀".repeat(60))).isNull();
        assertThat(ProfileRules.displayNameProblem("a".repeat(61))).contains("at most 60");
        assertThat(ProfileRules.displayNameProblem("")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Ada\u202Elovelace", "Ada\u0000", "Ada\nLovelace" })
    void aNameHidesNothing(String name) {
        assertThat(ProfileRules.displayNameProblem(name)).contains("cannot be seen");
    }

    @Test
    void aBiographyFitsItsColumn() {
        assertThat(ProfileRules.biographyProblem("Line\n".repeat(200))).isNull();
        assertThat(ProfileRules.biographyProblem("a".repeat(1_001))).contains("at most 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "ada@example.com", "ada+tag@mail.example.com", "ädä@exämple.com" })
    void anEmailAddressMayBeLeftOutOrLooksLikeOne(String email) {
        assertThat(ProfileRules.emailProblem(email)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "ada", "ada@localhost", "@example.com", "a b@example.com", "a@b@example.com",
            "<ada@example.com>" })
    void whatIsNoEmailAddressIsRefused(String email) {
        assertThat(ProfileRules.emailProblem(email)).contains("name@example.com");
    }
}
