package com.foobar.web.inputs;

import com.foobar.replication.pair.MariaDbPair;

class InputsOnMariaDbIT extends InputsContract {

    InputsOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
