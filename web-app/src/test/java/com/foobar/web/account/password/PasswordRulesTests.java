package com.foobar.web.account.password;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

    @Test
    void lengthIsCountedInCharactersAsPeopleCountThem() {
        assertThat(PasswordRules.problem("ninechars", "ada")).contains("at least 10");
        assertThat(PasswordRules.problem("tencharact", "ada")).isNull();
        assertThat(PasswordRules.problem("😀😀😀😀😀😀😀😀😀", "ada")).contains("at least 10");
        assertThat(PasswordRules.problem("ab".repeat(64), "ada")).isNull();
        assertThat(PasswordRules.problem("ab".repeat(64) + "c", "ada")).contains("at most 128");
    }

    @Test
    void theUsernameIsNoPasswordInUpperCaseEither() {
        assertThat(PasswordRules.problem("Ada_Lovelace", "ada_lovelace")).contains("may not be the username");
        assertThat(PasswordRules.problem("ada_lovelace!", "ada_lovelace")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "qwertyuiop", "QwertyUiop", "1234567890", "password123", "aaaaaaaaaaaa" })
    void whatOthersGuessFirstIsRefused(String password) {
        assertThat(PasswordRules.problem(password, "ada")).contains("first that others would guess");
    }

    @Test
    void theListsOwnCommentIsNoPassword() {
        assertThat(PasswordRules.problem("# the passwords of ten characters", "ada")).isNull();
    }
}
