package com.foobar.web.outage;

import com.foobar.replication.pair.MariaDbPair;

class ReadYourWritesOnMariaDbIT extends ReadYourWritesContract {

    ReadYourWritesOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
