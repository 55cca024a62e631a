package com.foobar.web.account;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The accounts in the database. */
interface AccountRepository extends Repository<Account, Long> {

    /** Writes at once, so that what the database refuses is known here. */
    Account saveAndFlush(Account account);

    Optional<Account> findById(long id);

    Optional<Account> findByUsername(String username);
}
