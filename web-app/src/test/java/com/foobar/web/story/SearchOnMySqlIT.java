package com.foobar.web.story;

import com.foobar.replication.pair.OnMySql;

@OnMySql
class SearchOnMySqlIT extends SearchContract {}
