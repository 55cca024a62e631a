package com.foobar.web.search;

import com.foobar.web.pair.OnMariaDb;

@OnMariaDb
class TermFillOnMariaDbIT extends TermFillContract {}
