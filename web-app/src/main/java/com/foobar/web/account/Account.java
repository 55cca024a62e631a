package com.foobar.web.account;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * An account in the database. The version belongs to the profile only. Other statements write the password and the
 * preferences; therefore an update must contain only the columns that changed.
 */
@Entity
@DynamicUpdate
// The persistence provider reads the fields that this class only sets.
@SuppressWarnings("UnusedVariable")
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String username;
    private String passwordHash;
    private String displayName;
    private String biography;
    private String email;
    private boolean emailVisible;
    private String theme;
    private String timeZone;
    private int pageSize;
    private Instant createdAt;

    @Version
    private long version;

    Account(String username, String passwordHash, String displayName, String email, Instant createdAt) {
        this.username = username;
        this.passwordHash = passwordHash;
        this.displayName = displayName;
        this.biography = "";
        this.email = email;
        this.theme = Preferences.DEFAULT.theme().code();
        this.timeZone = Preferences.DEFAULT.timeZone().getId();
        this.pageSize = Preferences.DEFAULT.pageSize();
        this.createdAt = createdAt;
    }

    /** For the persistence provider, which then fills the fields. */
    protected Account() {
        this("", "", "", "", Instant.EPOCH);
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("An account has no identifier before it is stored.");
        }
        return id;
    }

    long version() {
        return version;
    }

    void change(String newDisplayName, String newBiography, String newEmail, boolean newEmailVisible) {
        displayName = newDisplayName;
        biography = newBiography;
        email = newEmail;
        emailVisible = newEmailVisible;
    }

    Profile profile() {
        return new Profile(id(), username, displayName, biography, email, emailVisible, createdAt, version);
    }

    AuthorProfile author() {
        return new AuthorProfile(id(), username, displayName, biography,
                emailVisible && !email.isEmpty() ? email : null, createdAt);
    }
}
