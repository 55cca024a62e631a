package com.foobar.web.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Converts times to and from the columns of the database, which store UTC with microseconds, whatever the time zone of
 * the driver or the database. The times themselves have no more than microseconds, because the site's clock ticks in
 * microseconds.
 */
public final class SqlTimes {

    private SqlTimes() {}

    /** Returns a time as a column stores it. */
    public static LocalDateTime column(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** Returns a time as a column stores it; null for null. */
    public static @Nullable LocalDateTime optionalColumn(@Nullable Instant time) {
        return time == null ? null : column(time);
    }

    /** Reads a time from a column that is not null. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(readOptional(row, column));
    }

    /** Reads a time from a column; null if the column is null. */
    public static @Nullable Instant readOptional(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
