package com.foobar.replication.sample;

import com.foobar.replication.pair.MariaDbPair;

class NotesOnMariaDbIT extends NotesContract {

    NotesOnMariaDbIT() {
        super(MariaDbPair.get());
    }
}
