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

/**
 * Intercepts each transaction that an annotation declares. A read-only transaction that loses its node is repeated
 * once, on another node: it has changed nothing. For any other transaction the caller gets the exception for an
 * unavailable database, whatever error the driver reported.
 */
public final class TransactionFailover implements MethodInterceptor {

    private final TransactionAttributeSource attributes = new AnnotationTransactionAttributeSource();
    private final Supplier<Cluster> cluster;

    /**
     * Creates the interceptor. It asks the supplier for the cluster at the first failure, because interceptors are
     * created before most other beans.
     */
    public TransactionFailover(Supplier<Cluster> cluster) {
        this.cluster = cluster;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Class<?> type = invocation.getThis() == null ? null : invocation.getThis().getClass();
        TransactionAttribute attribute = attributes.getTransactionAttribute(invocation.getMethod(), type);
        if (attribute == null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return invocation.proceed();
        }
        boolean mayRepeat = attribute.isReadOnly() && invocation instanceof ProxyMethodInvocation;
        MethodInvocation second = mayRepeat ? ((ProxyMethodInvocation) invocation).invocableClone() : null;
        try {
            return invocation.proceed();
        } catch (RuntimeException e) {
            throwUnlessOutage(e);
            return second == null ? unavailable(e) : again(second);
        }
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
