package com.foobar.web.idempotency;

import com.foobar.replication.pair.OnMariaDb;

@OnMariaDb
class KeyCleaningOnMariaDbIT extends KeyCleaningContract {}
