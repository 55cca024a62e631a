package com.foobar.web.idempotency;

import com.foobar.replication.pair.OnMySql;

@OnMySql
class KeyCleaningOnMySqlIT extends KeyCleaningContract {}
