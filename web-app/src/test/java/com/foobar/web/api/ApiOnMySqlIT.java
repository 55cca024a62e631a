package com.foobar.web.api;

import com.foobar.replication.pair.OnMySql;

@OnMySql
class ApiOnMySqlIT extends ApiContract {}
