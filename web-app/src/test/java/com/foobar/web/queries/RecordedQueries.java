package com.foobar.web.queries;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import com.foobar.replication.session.ReadYourWrites;

/** Records the statements that an instance of the site sends to its database. */
@TestConfiguration(proxyBeanMethods = false)
class RecordedQueries {

    /** A statement with the values of its parameters. */
    record Query(String sql, List<Object> parameters) {}

    @Bean
    static Recorder recorder() {
        return new Recorder();
    }

    @Bean
    static BeanPostProcessor recordingDataSource(Recorder recorder) {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source
                        ? ProxyDataSourceBuilder.create(source).listener(recorder).build()
                        : bean;
            }
        };
    }

    /** Records each statement of a request. Statements of background work belong to no page and are not recorded. */
    static final class Recorder implements QueryExecutionListener {

        private final Queue<Query> heard = new ConcurrentLinkedQueue<>();

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            if (ReadYourWrites.current() != null) {
                queries.forEach(query -> heard.add(new Query(query.getQuery(), parameters(query))));
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

        private static List<Object> parameters(QueryInfo query) {
            return query.getParametersList().stream().flatMap(List::stream)
                    .sorted((one, other) -> Integer.compare(place(one), place(other)))
                    .map(RecordedQueries.Recorder::value).toList();
        }

        private static int place(ParameterSetOperation operation) {
            return (Integer) operation.getArgs()[0];
        }

        private static Object value(ParameterSetOperation operation) {
            return "setNull".equals(operation.getMethod().getName()) ? Null.VALUE : operation.getArgs()[1];
        }

        /** Returns the statements since the previous call. */
        List<Query> take() {
            List<Query> taken = List.copyOf(heard);
            heard.clear();
            return taken;
        }
    }

    /** Stands for null, because an immutable list cannot contain null. */
    enum Null {
        VALUE
    }
}
