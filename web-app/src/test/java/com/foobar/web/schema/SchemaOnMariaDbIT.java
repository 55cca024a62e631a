package com.foobar.web.schema;

import com.foobar.web.pair.MariaDbPair;

class SchemaOnMariaDbIT extends SchemaContract {

    SchemaOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
