package com.foobar.replication;

import com.foobar.replication.pair.OnMySql;

@OnMySql
class RoutingOnMySqlIT extends RoutingContract {}
