package com.foobar.web.account;

import java.util.Optional;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.forms.FieldErrors;
import com.foobar.web.forms.RejectedException;
import com.foobar.web.text.TypedText;

/** Reads and changes profiles and preferences. */
@Service
public class Profiles {

    private final AccountRepository accounts;
    private final JdbcClient database;

    Profiles(AccountRepository accounts, JdbcClient database) {
        this.accounts = accounts;
        this.database = database;
    }

    /**
     * Returns the author with a username; upper case and lower case are the same. Empty if there is no such author.
     */
    @Transactional(readOnly = true)
    public Optional<AuthorProfile> author(String username) {
        String name = Usernames.normalized(username);
        return Usernames.isWellFormed(name) ? accounts.findByUsername(name).map(Profile::author) : Optional.empty();
    }

    /**
     * Returns an account's profile for its owner.
     *
     * @throws java.util.NoSuchElementException if the account was deleted meanwhile
     */
    @Transactional(readOnly = true)
    public Profile profile(long accountId) {
        return accounts.find(accountId).orElseThrow();
    }

    /**
     * Changes a profile.
     *
     * @return the changed profile
     * @throws RejectedException if {@code displayName}, {@code biography} or {@code email} is invalid
     * @throws ProfileConflictException if the profile has changed since its owner saw it
     * @throws java.util.NoSuchElementException if the account was deleted meanwhile
     */
    @Transactional
    public Profile update(long accountId, ProfileChange change) {
        String displayName = TypedText.line(change.displayName());
        String biography = TypedText.lines(change.biography());
        String email = TypedText.line(change.email());
        new FieldErrors().add("displayName", ProfileRules.displayNameProblem(displayName))
                .add("biography", ProfileRules.biographyProblem(biography))
                .add("email", ProfileRules.emailProblem(email)).throwIfAny();
        Profile stored = accounts.lock(accountId).orElseThrow();
        if (stored.version() != change.version()) {
            throw new ProfileConflictException(stored);
        }
        Profile changed = stored.with(displayName, biography, email, change.emailVisible());
        if (changed.version() != stored.version()) {
            accounts.update(changed);
        }
        return changed;
    }

    /** Changes the preferences of an account; of two simultaneous changes, the last counts. */
    @Transactional
    public void update(long accountId, Preferences preferences) {
        database.sql("update account set theme = :theme, time_zone = :zone, page_size = :size where id = :id")
                .param("theme", preferences.theme().code()).param("zone", preferences.timeZone().getId())
                .param("size", preferences.pageSize()).param("id", accountId).update();
    }

    /**
     * Changes the preferences of an account if nobody else has changed them.
     *
     * @param seen the preferences on which the change is based
     * @throws OptimisticLockingFailureException if the stored preferences are different by now
     */
    @Transactional
    public void replace(long accountId, Preferences seen, Preferences wanted) {
        int replaced = database.sql("""
                update account set theme = :theme, time_zone = :zone, page_size = :size
                where id = :id and theme = :seenTheme and time_zone = :seenZone and page_size = :seenSize""")
                .param("theme", wanted.theme().code()).param("zone", wanted.timeZone().getId())
                .param("size", wanted.pageSize()).param("id", accountId).param("seenTheme", seen.theme().code())
                .param("seenZone", seen.timeZone().getId()).param("seenSize", seen.pageSize()).update();
        if (replaced == 0) {
            throw new OptimisticLockingFailureException("The preferences were changed since they were read.");
        }
    }
}
