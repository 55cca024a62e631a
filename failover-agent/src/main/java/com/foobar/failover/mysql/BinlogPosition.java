package com.foobar.failover.mysql;

/**
 * A position in the binary log of one server.
 *
 * @param file the name of the file, which ends with its number; empty for the position before all others
 * @param offset in bytes
 */
public record BinlogPosition(String file, long offset) implements Comparable<BinlogPosition> {

    /** Before everything. */
    public static final BinlogPosition NONE = new BinlogPosition("", 0);

    @Override
    public int compareTo(BinlogPosition other) {
        int byFile = Long.compare(number(), other.number());
        return byFile != 0 ? byFile : Long.compare(offset, other.offset);
    }

    private long number() {
        return file.isEmpty() ? 0 : Long.parseLong(file.substring(file.lastIndexOf('.') + 1));
    }
}
