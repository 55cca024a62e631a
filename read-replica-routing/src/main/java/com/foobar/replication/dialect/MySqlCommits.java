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

/** Learns of commits from the server's own responses to them, so that tracking costs no query. */
final class MySqlCommits {

    /**
     * Connector/J keeps only weak references to listeners and fails once a listener is collected. This map keeps each
     * listener for as long as its connection.
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
