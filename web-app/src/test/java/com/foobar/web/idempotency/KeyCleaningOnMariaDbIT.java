package com.foobar.web.idempotency;

import com.foobar.web.pair.OnMariaDb;

@OnMariaDb
class KeyCleaningOnMariaDbIT extends KeyCleaningContract {}
