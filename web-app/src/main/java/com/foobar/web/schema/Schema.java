package com.foobar.web.schema;

/** Whether the database's schema is known to be as this version of the site needs it. */
@FunctionalInterface
public interface Schema {

    /** False until this instance has brought it up to date or found it so. */
    boolean ready();
}
