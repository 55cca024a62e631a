package com.foobar.gateway.admin;

import org.jspecify.annotations.Nullable;

/**
 * Who may control the gateway.
 *
 * @param password the password of the user admin; without one nobody may
 */
public record AdminProperties(@Nullable String password) {

    @Override
    public String toString() {
        return "AdminProperties[password=" + (password == null ? "none" : "set") + "]";
    }
}
