package com.foobar.web.api;

import com.foobar.replication.pair.OnMariaDb;

@OnMariaDb
class ApiOnMariaDbIT extends ApiContract {}
