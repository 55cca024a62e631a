package com.foobar.web.infrastructure.page;

import com.foobar.replication.pair.OnMySql;

@OnMySql
class InfrastructurePageOnMySqlIT extends InfrastructurePageContract {}
