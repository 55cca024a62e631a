package com.foobar.web.search;

import com.foobar.web.pair.OnMySql;

@OnMySql
class TermFillOnMySqlIT extends TermFillContract {}
