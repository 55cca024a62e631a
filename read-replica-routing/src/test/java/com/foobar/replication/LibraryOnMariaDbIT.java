package com.foobar.replication;

import com.foobar.replication.pair.MariaDbPair;

class LibraryOnMariaDbIT extends LibraryContract {

    LibraryOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
