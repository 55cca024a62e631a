package com.foobar.web.queries;

import com.foobar.replication.pair.MariaDbPair;

class QueriesOnMariaDbIT extends QueriesContract {

    QueriesOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
