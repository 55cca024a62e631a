package com.foobar.web.demo;

import com.foobar.web.pair.MariaDbPair;

class DemoDataOnMariaDbIT extends DemoDataContract {

    DemoDataOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
