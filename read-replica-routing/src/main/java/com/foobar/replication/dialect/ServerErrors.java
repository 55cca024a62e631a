package com.foobar.replication.dialect;

import java.util.Set;

/** Error numbers that MySQL and MariaDB share. */
final class ServerErrors {

    /** ER_OPTION_PREVENTS_STATEMENT, ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION, ER_READ_ONLY_MODE. */
    static final Set<Integer> ROLE_CHANGED = Set.of(1290, 1792, 1836);

    /** ER_SPECIFIC_ACCESS_DENIED_ERROR. */
    static final int PRIVILEGE_MISSING = 1227;

    private ServerErrors() {}
}
