package com.foobar.web.search;

import com.foobar.replication.pair.OnMySql;

@OnMySql
class TermFillOnMySqlIT extends TermFillContract {}
