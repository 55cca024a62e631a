package com.foobar.web.home;

import com.foobar.web.pair.OnMariaDb;

@OnMariaDb
class HomePageOnMariaDbIT extends HomePageContract {}
