package com.foobar.web.replication;

import com.foobar.web.pair.MariaDbPair;

class LibraryOnMariaDbIT extends LibraryContract {

    LibraryOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
