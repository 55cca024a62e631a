package com.foobar.web.infrastructure.page;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a request to the database, as every page's is, so that its way has an end. */
@Component
class DatabaseVisit {

    private final JdbcClient database;

    DatabaseVisit(JdbcClient database) {
        this.database = database;
    }

    /** Reads the least that can be read. */
    @Transactional(readOnly = true)
    public void make() {
        database.sql("select 1").query(Integer.class).single();
    }
}
