package com.foobar.web.outage;

import com.foobar.replication.pair.MariaDbPair;

class OutageOnMariaDbIT extends OutageContract {

    OutageOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
