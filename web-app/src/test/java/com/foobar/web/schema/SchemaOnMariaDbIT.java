package com.foobar.web.schema;

import com.foobar.replication.pair.MariaDbPair;

class SchemaOnMariaDbIT extends SchemaContract {

    SchemaOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
