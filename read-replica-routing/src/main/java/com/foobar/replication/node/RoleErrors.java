package com.foobar.replication.node;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;

import com.foobar.replication.dialect.Dialect;

/** Watches the errors of a pool for an error that says that the node's role has changed. */
record RoleErrors(Dialect dialect, Runnable changed) implements SQLExceptionOverride {

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException error) {
        if (dialect.saysRoleChanged(error)) {
            changed.run();
        }
        return SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
