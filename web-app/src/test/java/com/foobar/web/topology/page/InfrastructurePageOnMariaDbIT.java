package com.foobar.web.topology.page;

import com.foobar.web.pair.OnMariaDb;

@OnMariaDb
class InfrastructurePageOnMariaDbIT extends InfrastructurePageContract {}
