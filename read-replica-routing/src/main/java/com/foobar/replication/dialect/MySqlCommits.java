package com.foobar.replication.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.ServerSessionStateController;
import com.mysql.cj.protocol.ServerSessionStateController.ServerSessionStateChanges;
import com.mysql.cj.protocol.ServerSessionStateController.SessionStateChangesListener;
import org.jspecify.annotations.Nullable;

/** Hears of commits from the server's own answers to them, so that none costs a query. */
final class MySqlCommits {

    /**
     * Connector/J holds listeners weakly and fails when one is collected, so they live here as long as their
     * connection.
     */
    private final Map<JdbcConnection, Listener> listeners = Collections.synchronizedMap(new WeakHashMap<>());

    CommitTracker track(Connection connection) throws SQLException {
        Listener listener = listeners.computeIfAbsent(connection.unwrap(JdbcConnection.class), MySqlCommits::listen);
        listener.lastCommit();
        return listener;
    }

    private static Listener listen(JdbcConnection connection) {
        Listener listener = new Listener();
        connection.getServerSessionStateController().addSessionStateChangesListener(listener);
        return listener;
    }

    private static final class Listener implements SessionStateChangesListener, CommitTracker {

        private volatile @Nullable String last;

        @Override
        public void handleSessionStateChanges(ServerSessionStateChanges changes) {
            for (ServerSessionStateController.SessionStateChange change : changes.getSessionStateChangesList()) {
                if (change.getType() == ServerSessionStateController.SESSION_TRACK_GTIDS
                        && !change.getValues().isEmpty()) {
                    last = change.getValues().getFirst();
                }
            }
        }

        @Override
        public @Nullable String lastCommit() {
            String committed = last;
            last = null;
            return committed;
        }
    }
}
