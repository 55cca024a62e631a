package com.foobar.web.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.foobar.web.sql.SqlTimes;
import com.foobar.web.sql.Statements;

/**
 * Reads and writes accounts in the database. The version of a row belongs to the profile only: other statements write
 * the password and the preferences.
 */
@Component
class AccountRepository {

    private static final String PROFILE = """
            select id, username, display_name, biography, email, email_visible, created_at, version from account
            """;

    private final JdbcClient database;

    AccountRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Stores a new account and returns its identifier.
     *
     * @throws DuplicateKeyException if the username is taken
     */
    long insert(String username, String passwordHash, String displayName, String email, Instant now) {
        Preferences preferences = Preferences.DEFAULT;
        return Statements.insert(database.sql("""
                insert into account (username, password_hash, display_name, biography, email, email_visible, theme,
                  time_zone, page_size, created_at, version)
                values (:username, :hash, :name, '', :email, false, :theme, :zone, :size, :now, 0)
                """).param("username", username).param("hash", passwordHash).param("name", displayName)
                .param("email", email).param("theme", preferences.theme().code())
                .param("zone", preferences.timeZone().getId()).param("size", preferences.pageSize())
                .param("now", SqlTimes.column(now)));
    }

    Optional<Profile> find(long id) {
        return database.sql(PROFILE + "where id = :id").param("id", id).query((row, _) -> profile(row)).optional();
    }

    /** Returns a profile and locks it: no other transaction can change it before the end of this transaction. */
    Optional<Profile> lock(long id) {
        return database.sql(PROFILE + "where id = :id for update").param("id", id).query((row, _) -> profile(row))
                .optional();
    }

    Optional<Profile> findByUsername(String username) {
        return database.sql(PROFILE + "where username = :username").param("username", username)
                .query((row, _) -> profile(row)).optional();
    }

    /** Stores a profile that this transaction has locked. */
    void update(Profile profile) {
        Statements.updateOne(database.sql("""
                update account set display_name = :name, biography = :biography, email = :email,
                  email_visible = :visible, version = :version
                where id = :id
                """).param("name", profile.displayName()).param("biography", profile.biography())
                .param("email", profile.email()).param("visible", profile.emailVisible())
                .param("version", profile.version()).param("id", profile.accountId()));
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(row.getLong("id"), row.getString("username"), row.getString("display_name"),
                row.getString("biography"), row.getString("email"), row.getBoolean("email_visible"),
                SqlTimes.read(row, "created_at"), row.getLong("version"));
    }
}
