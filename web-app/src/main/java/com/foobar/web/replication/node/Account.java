package com.foobar.web.replication.node;

/** Whom the nodes know. */
public record Account(String username, String password) {

    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
