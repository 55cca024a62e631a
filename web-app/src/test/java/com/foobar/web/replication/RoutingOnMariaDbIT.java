package com.foobar.web.replication;

import com.foobar.web.pair.OnMariaDb;

@OnMariaDb
class RoutingOnMariaDbIT extends RoutingContract {}
