package com.foobar.web.home;

import com.foobar.web.pair.OnMySql;

@OnMySql
class HomePageOnMySqlIT extends HomePageContract {}
