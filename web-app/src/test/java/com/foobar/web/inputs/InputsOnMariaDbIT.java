package com.foobar.web.inputs;

import com.foobar.web.pair.MariaDbPair;

class InputsOnMariaDbIT extends InputsContract {

    InputsOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
