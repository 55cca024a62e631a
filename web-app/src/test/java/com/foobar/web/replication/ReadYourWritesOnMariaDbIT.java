package com.foobar.web.replication;

import com.foobar.web.pair.MariaDbPair;

class ReadYourWritesOnMariaDbIT extends ReadYourWritesContract {

    ReadYourWritesOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
