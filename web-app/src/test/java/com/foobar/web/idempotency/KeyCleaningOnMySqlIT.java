package com.foobar.web.idempotency;

import com.foobar.web.pair.OnMySql;

@OnMySql
class KeyCleaningOnMySqlIT extends KeyCleaningContract {}
