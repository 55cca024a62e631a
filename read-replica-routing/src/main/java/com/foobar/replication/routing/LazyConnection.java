package com.foobar.replication.routing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.dialect.AccessMode;

/**
 * A connection that chooses its node at the first statement of each transaction, by the settings that were made until
 * then (read-only, auto-commit, isolation). It gives the node's connection back when the transaction ends.
 */
final class LazyConnection implements InvocationHandler {

    private static final String READ_ONLY_TRANSACTION = "25006";
    private static final String CONNECTION_CLOSED = "08003";

    private final Router router;
    private @Nullable Lease lease;
    private @Nullable Integer isolation;
    private boolean readOnly;
    private boolean autoCommit = true;
    private boolean closed;

    private LazyConnection(Router router) {
        this.router = router;
    }

    static Connection open(Router router) {
        return proxy(Connection.class, new LazyConnection(router));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object argument = arguments == null || arguments.length == 0 ? null : arguments[0];
        return switch (method.getName()) {
            case "equals" -> isSame(proxy, argument);
            case "hashCode" -> System.identityHashCode(this);
            case "toString" -> "Routed connection, " + (lease == null ? "not in use" : "on " + lease.nodeName());
            case "isClosed" -> closed;
            case "close" -> close();
            case "isReadOnly" -> readOnly;
            case "setReadOnly" -> setReadOnly(isTrue(argument));
            case "getAutoCommit" -> autoCommit;
            case "setAutoCommit" -> setAutoCommit(isTrue(argument));
            case "setTransactionIsolation" -> setIsolation(method, arguments);
            case "getTransactionIsolation" -> isolation == null ? Connection.TRANSACTION_REPEATABLE_READ : isolation;
            case "commit" -> commit();
            case "rollback" -> rollback(method, arguments);
            case "clearWarnings", "getWarnings" -> lease == null ? null : forward(method, arguments);
            case "isWrapperFor" -> isA(argument, proxy) || isTrue(forward(method, arguments));
            case "unwrap" -> isA(argument, proxy) ? proxy : forward(method, arguments);
            // Frameworks ask for the metadata early and may use it later or never, so only a call on the metadata needs
            // a node.
            case "getMetaData" -> proxy(DatabaseMetaData.class,
                    (_, question, details) -> call(question, lease(null).connection().getMetaData(), details));
            default -> call(method, lease(argument instanceof String sql ? sql : null).connection(), arguments);
        };
    }

    private Lease lease(@Nullable String sql) throws SQLException {
        if (closed) {
            throw new SQLException("The connection is closed.", CONNECTION_CLOSED);
        }
        boolean locks = sql != null && readOnly && LockingReads.locks(sql);
        Lease current = lease;
        if (current == null) {
            current = router.begin(
                    new Demand(readOnly && !locks ? AccessMode.READ : AccessMode.WRITE, autoCommit, isolation));
            lease = current;
        } else if (locks && current.access() == AccessMode.READ) {
            throw new SQLException(
                    "A read-only transaction that has read already cannot lock: its locks would be a replica's.",
                    READ_ONLY_TRANSACTION);
        }
        return current;
    }

    private @Nullable Object forward(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        return call(method, lease(null).connection(), arguments);
    }

    private @Nullable Object commit() throws SQLException {
        if (lease != null) {
            lease.commit();
        }
        return null;
    }

    /** A rollback to a savepoint is forwarded like any other statement; it does not end the transaction. */
    private @Nullable Object rollback(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (lease != null && arguments != null) {
            return forward(method, arguments);
        }
        if (lease != null) {
            lease.rollback();
        }
        return null;
    }

    private @Nullable Object setReadOnly(boolean next) {
        readOnly = next;
        return null;
    }

    /**
     * Gives the node's connection back when auto-commit is switched on again: that ends the transaction, and the next
     * transaction may belong on another node.
     */
    private @Nullable Object setAutoCommit(boolean next) throws SQLException {
        Lease current = lease;
        if (current != null && next != autoCommit && !current.broken()) {
            current.connection().setAutoCommit(next);
            current.tellOfCommits();
        }
        if (current != null && next && !autoCommit) {
            lease = null;
            current.end();
        }
        autoCommit = next;
        return null;
    }

    private @Nullable Object setIsolation(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (lease != null) {
            forward(method, arguments);
        }
        isolation = arguments != null && arguments[0] instanceof Integer level ? level : null;
        return null;
    }

    private @Nullable Object close() throws SQLException {
        Lease current = lease;
        lease = null;
        if (!closed && current != null) {
            try {
                if (autoCommit && !current.broken()) {
                    current.tellOfCommits();
                }
            } finally {
                current.end();
            }
        }
        closed = true;
        return null;
    }

    /** Returns whether both are the same object: a proxy equals only itself. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Object proxy, @Nullable Object other) {
        return proxy == other;
    }

    private static boolean isA(@Nullable Object type, Object proxy) {
        return type instanceof Class<?> wanted && wanted.isInstance(proxy);
    }

    private static boolean isTrue(@Nullable Object argument) {
        return Boolean.TRUE.equals(argument);
    }

    private static @Nullable Object call(Method method, Object target, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{ type }, handler));
    }
}
