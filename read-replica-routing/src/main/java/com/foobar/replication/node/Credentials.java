package com.foobar.replication.node;

/** Whom the nodes know. */
public record Credentials(String username, String password) {

    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
