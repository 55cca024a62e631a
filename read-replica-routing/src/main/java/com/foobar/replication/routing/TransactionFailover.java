package com.foobar.replication.routing;

import java.util.function.Supplier;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.foobar.replication.node.Cluster;
import com.foobar.replication.node.Node;

/**
 * Intercepts each transaction that an annotation declares. A read-only transaction that loses its node is repeated
 * once, on another node: it has changed nothing. A transaction that may write is repeated once on the next primary if
 * the application wants that, and if nothing can have been committed. In all other cases the caller gets the exception
 * for an unavailable database, whatever error the driver reported.
 */
public final class TransactionFailover implements MethodInterceptor {

    private final TransactionAttributeSource attributes = new AnnotationTransactionAttributeSource(false);
    private final Supplier<Cluster> cluster;
    private final Supplier<RoutingProperties> settings;

    /**
     * Creates the interceptor. It asks the suppliers at the first failure, because interceptors are created before most
     * other beans.
     */
    public TransactionFailover(Supplier<Cluster> cluster, Supplier<RoutingProperties> settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Class<?> type = invocation.getThis() == null ? null : invocation.getThis().getClass();
        TransactionAttribute attribute = attributes.getTransactionAttribute(invocation.getMethod(), type);
        if (attribute == null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return invocation.proceed();
        }
        MethodInvocation second = invocation instanceof ProxyMethodInvocation proxied ? proxied.invocableClone() : null;
        Commits commits = new Commits();
        try {
            return commits.watch(invocation::proceed);
        } catch (RuntimeException e) {
            throwUnlessOutage(e);
            boolean repeats = attribute.isReadOnly() || (!commits.possible() && nextPrimaryComes());
            return second == null || !repeats ? unavailable(e) : again(second);
        }
    }

    /**
     * Waits for a primary that has responded since now: the one that was lost may still seem to be the primary. Returns
     * false at once if the application does not want writes to be repeated.
     */
    private boolean nextPrimaryComes() {
        RoutingProperties limits = settings.get();
        if (!limits.repeatWrites()) {
            return false;
        }
        long failedAt = System.nanoTime();
        Cluster nodes = cluster.get();
        return nodes.await(() -> {
            Node primary = nodes.primary();
            return primary != null && primary.heardSince(failedAt);
        }, limits.failoverWaitAfter(nodes.withoutPrimary()));
    }

    private @Nullable Object again(MethodInvocation invocation) throws Throwable {
        try {
            return invocation.proceed();
        } catch (RuntimeException e) {
            throwUnlessOutage(e);
            return unavailable(e);
        }
    }

    private void throwUnlessOutage(RuntimeException failure) {
        if (!Outage.caused(failure, cluster.get())) {
            throw failure;
        }
    }

    private static @Nullable Object unavailable(RuntimeException cause) {
        throw new DatabaseUnavailableException(cause);
    }
}
