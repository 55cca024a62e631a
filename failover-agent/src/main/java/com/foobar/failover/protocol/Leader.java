package com.foobar.failover.protocol;

/** Who holds the lease, as one agent sees it. */
public enum Leader {
    /** Nobody: the lease expired or was given up. */
    NONE,
    /** This agent. */
    SELF,
    /** An earlier process of this agent, whose lease has not expired yet. */
    EARLIER_SELF,
    /** The agent of the other node. */
    PEER
}
