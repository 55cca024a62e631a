package com.foobar.gateway.admin;

import org.jspecify.annotations.Nullable;

import com.foobar.gateway.settings.Require;

/**
 * The settings for the control of the gateway.
 *
 * @param password the password of the user admin; without a password (null) control is disabled
 */
public record AdminProperties(@Nullable String password) {

    public AdminProperties {
        Require.that(password == null || !password.isBlank(),
                "admin.password must not be empty; without the setting, control is disabled");
    }

    @Override
    public String toString() {
        return "AdminProperties[password=" + (password == null ? "none" : "set") + "]";
    }
}
