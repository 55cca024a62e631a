package com.foobar.database.embedded;

/**
 * A database account's name and password, the same on both nodes.
 *
 * @param username the account's name
 * @param password the account's password, in clear
 */
public record DatabaseAccount(String username, String password) {

    @Override
    public String toString() {
        return username;
    }
}
