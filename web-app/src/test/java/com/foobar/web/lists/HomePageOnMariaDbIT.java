package com.foobar.web.lists;

import com.foobar.replication.pair.OnMariaDb;

@OnMariaDb
class HomePageOnMariaDbIT extends HomePageContract {}
