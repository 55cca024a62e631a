package com.foobar.web.infrastructure.failover;

import com.foobar.replication.pair.OnMariaDb;

@OnMariaDb
class TermsOnMariaDbIT extends TermsContract {}
