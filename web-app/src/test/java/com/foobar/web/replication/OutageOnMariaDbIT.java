package com.foobar.web.replication;

import com.foobar.web.pair.MariaDbPair;

class OutageOnMariaDbIT extends OutageContract {

    OutageOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
