package com.foobar.replication.dialect;

import java.util.Set;

/** Error numbers that MySQL and MariaDB share. */
final class ServerErrors {

    /** ER_OPTION_PREVENTS_STATEMENT, ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION, ER_READ_ONLY_MODE. */
    static final Set<Integer> ROLE_CHANGED = Set.of(1290, 1792, 1836);

    /**
     * ER_DBACCESS_DENIED_ERROR, ER_BAD_DB_ERROR, ER_TABLEACCESS_DENIED_ERROR, ER_NO_SUCH_TABLE: which of them a server
     * reports for a table that does not exist depends on the privileges of the account.
     */
    static final Set<Integer> TABLE_MISSING = Set.of(1044, 1049, 1142, 1146);

    /** ER_SPECIFIC_ACCESS_DENIED_ERROR. */
    static final int PRIVILEGE_MISSING = 1227;

    private ServerErrors() {}
}
