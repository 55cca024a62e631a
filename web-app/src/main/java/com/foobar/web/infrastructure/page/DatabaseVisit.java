package com.foobar.web.infrastructure.page;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a query for a request, so that the request uses a database node and its way ends there, as for every other
 * page.
 */
@Component
class DatabaseVisit {

    private final JdbcClient database;

    DatabaseVisit(JdbcClient database) {
        this.database = database;
    }

    /** Executes a query that reads no table. */
    @Transactional(readOnly = true)
    public void make() {
        database.sql("select 1").query(Integer.class).single();
    }
}
