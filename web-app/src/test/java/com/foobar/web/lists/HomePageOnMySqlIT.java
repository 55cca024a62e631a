package com.foobar.web.lists;

import com.foobar.replication.pair.OnMySql;

@OnMySql
class HomePageOnMySqlIT extends HomePageContract {}
