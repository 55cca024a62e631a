package com.foobar.web.story;

import com.foobar.web.pair.OnMySql;

@OnMySql
class SearchOnMySqlIT extends SearchContract {}
