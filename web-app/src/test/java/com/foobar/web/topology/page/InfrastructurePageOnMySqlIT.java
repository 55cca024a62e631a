package com.foobar.web.topology.page;

import com.foobar.web.pair.OnMySql;

@OnMySql
class InfrastructurePageOnMySqlIT extends InfrastructurePageContract {}
