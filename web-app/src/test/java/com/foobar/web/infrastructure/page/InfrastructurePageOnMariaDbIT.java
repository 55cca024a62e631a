package com.foobar.web.infrastructure.page;

import com.foobar.replication.pair.OnMariaDb;

@OnMariaDb
class InfrastructurePageOnMariaDbIT extends InfrastructurePageContract {}
