package com.foobar.web.api;

import com.foobar.web.pair.OnMariaDb;

@OnMariaDb
class ApiOnMariaDbIT extends ApiContract {}
