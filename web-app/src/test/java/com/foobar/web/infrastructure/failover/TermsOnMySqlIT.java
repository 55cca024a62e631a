package com.foobar.web.infrastructure.failover;

import com.foobar.replication.pair.OnMySql;

@OnMySql
class TermsOnMySqlIT extends TermsContract {}
