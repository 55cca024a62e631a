package com.foobar.replication;

import com.foobar.replication.pair.OnMariaDb;

@OnMariaDb
class RoutingOnMariaDbIT extends RoutingContract {}
