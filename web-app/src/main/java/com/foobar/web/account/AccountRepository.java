package com.foobar.web.account;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The accounts in the database. */
interface AccountRepository extends Repository<Account, Long> {

    /** Writes at once, so that what the database refuses is known here. */
    Account saveAndFlush(Account account);

    Optional<Account> findById(long id);

    /** Nobody else changes it until the transaction's end. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> findToChange(@Param("id") long id);

    Optional<Account> findByUsername(String username);
}
