package com.foobar.local;

/** A process of the suite that can be started again. */
interface Part {

    String name();

    /** Starts the process. A process that serves HTTP may not be ready yet when this method returns. */
    void start();

    boolean isRunning();
}
