package com.foobar.web.inputs;

import com.foobar.replication.pair.MariaDbPair;

class RefusalsOnMariaDbIT extends RefusalsContract {

    RefusalsOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
