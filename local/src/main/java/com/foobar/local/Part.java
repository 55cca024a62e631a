package com.foobar.local;

/** A process of the suite. */
interface Part {

    String name();

    /** Starts it; a process that serves HTTP is not ready when this returns. */
    void start();

    boolean isRunning();
}
