package com.foobar.replication.node;

/** The name and password of a database account. */
public record Credentials(String username, String password) {

    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
