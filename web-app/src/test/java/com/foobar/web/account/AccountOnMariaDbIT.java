package com.foobar.web.account;

import com.foobar.replication.pair.MariaDbPair;

class AccountOnMariaDbIT extends AccountContract {

    AccountOnMariaDbIT() {
        super(MariaDbPair.get());
    }

    @Override
    String positionQuery() {
        return "SELECT @@gtid_binlog_pos";
    }
}
