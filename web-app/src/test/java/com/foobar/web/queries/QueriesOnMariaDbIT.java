package com.foobar.web.queries;

import com.foobar.web.pair.MariaDbPair;

class QueriesOnMariaDbIT extends QueriesContract {

    QueriesOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
