package com.foobar.web.search;

import com.foobar.replication.pair.OnMariaDb;

@OnMariaDb
class TermFillOnMariaDbIT extends TermFillContract {}
