package com.foobar.web.story;

import com.foobar.web.pair.OnMariaDb;

@OnMariaDb
class SearchOnMariaDbIT extends SearchContract {}
