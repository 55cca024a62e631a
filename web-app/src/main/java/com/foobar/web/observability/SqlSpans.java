package com.foobar.web.observability;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Span.Kind;
import io.micrometer.tracing.Tracer;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/**
 * Creates a span for each SQL statement, with its duration and its text; the text has question marks in place of
 * values.
 */
final class SqlSpans implements QueryExecutionListener {

    private final Tracer tracer;

    SqlSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        String sql = queries.stream().map(QueryInfo::getQuery).collect(Collectors.joining(";\n"));
        Span span = tracer.spanBuilder().kind(Kind.CLIENT).name(operation(sql)).tag("db.query.text", sql).start();
        execution.addCustomValue(SqlSpans.class.getName(), span);
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        Span span = execution.getCustomValue(SqlSpans.class.getName(), Span.class);
        if (execution.getThrowable() != null) {
            span.error(execution.getThrowable());
        }
        span.end();
    }

    /** Returns the first word of the statement in upper case, or "SQL" if it does not begin with a word. */
    private static String operation(String sql) {
        int end = 0;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return end == 0 ? "SQL" : sql.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
