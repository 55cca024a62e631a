package com.foobar.web.replication;

import com.foobar.web.pair.OnMySql;

@OnMySql
class RoutingOnMySqlIT extends RoutingContract {}
