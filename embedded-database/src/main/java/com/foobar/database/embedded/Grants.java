package com.foobar.database.embedded;

/** Creates the accounts, each with only the rights that it needs. */
final class Grants {

    private Grants() {}

    /** Returns one statement per line, as a server in bootstrap mode reads them. */
    static String statements(DatabaseAccounts accounts) {
        return """
                FLUSH PRIVILEGES;
                CREATE DATABASE foobar CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
                """ + user(accounts.application(), "SELECT, INSERT, UPDATE, DELETE ON foobar.*")
        // This privilege lets the application see how far the replica is behind; it gives access to no data.
                + grant(accounts.application(), "REPLICA MONITOR ON *.*")
                + user(accounts.migration(), "ALL PRIVILEGES ON foobar.*")
                + user(accounts.replication(), "REPLICATION SLAVE ON *.*")
                + user(accounts.administrator(), "ALL PRIVILEGES ON *.*");
    }

    private static String user(DatabaseAccount account, String rights) {
        return "CREATE USER " + name(account) + " IDENTIFIED BY '" + account.password() + "';\n"
                + grant(account, rights);
    }

    private static String grant(DatabaseAccount account, String rights) {
        return "GRANT " + rights + " TO " + name(account) + ";\n";
    }

    private static String name(DatabaseAccount account) {
        return "'" + account.username() + "'@'127.0.0.1'";
    }
}
