package com.foobar.web.demo;

import com.foobar.replication.pair.MariaDbPair;

class DemoDataOnMariaDbIT extends DemoDataContract {

    DemoDataOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
