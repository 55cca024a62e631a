package com.foobar.web.account;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Reads and writes accounts in the database. */
interface AccountRepository extends Repository<Account, Long> {

    /**
     * Stores an account with an immediate statement, so that an error of the database is thrown here and not at the
     * commit.
     */
    Account saveAndFlush(Account account);

    Optional<Account> findById(long id);

    /** Returns an account and locks it: no other transaction can change it before the end of this transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> findToChange(@Param("id") long id);

    Optional<Account> findByUsername(String username);
}
