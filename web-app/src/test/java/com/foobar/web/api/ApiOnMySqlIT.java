package com.foobar.web.api;

import com.foobar.web.pair.OnMySql;

@OnMySql
class ApiOnMySqlIT extends ApiContract {}
