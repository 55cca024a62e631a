package com.foobar.web.story;

import com.foobar.replication.pair.OnMariaDb;

@OnMariaDb
class SearchOnMariaDbIT extends SearchContract {}
