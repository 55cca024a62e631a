package com.foobar.web.inputs;

import com.foobar.web.pair.MariaDbPair;

class RefusalsOnMariaDbIT extends RefusalsContract {

    RefusalsOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
