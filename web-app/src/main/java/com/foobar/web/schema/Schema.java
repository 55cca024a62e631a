package com.foobar.web.schema;

/** Tells whether the database has the schema that this version of the site needs. */
@FunctionalInterface
public interface Schema {

    /** Returns true once this instance has migrated the schema, or found it up to date; false before. */
    boolean ready();
}
