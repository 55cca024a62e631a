package com.foobar.failover.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The next thing that an agent does. An agent does one step, and looks again before the next step.
 *
 * @param action what to do
 * @param roles the roles to write, for the actions that change them
 */
public record Step(Action action, @Nullable Roles roles) {

    /** What an agent can do. */
    public enum Action {
        /** Nothing: everything is as it should be, or something else has to happen first. */
        WAIT,
        /** Nothing, because nothing that an agent may do by itself is safe. */
        NEED_OPERATOR,
        /** Start the server: read-only, not replicating, and not waiting for acknowledgements. */
        START,
        /** End the server by SIGKILL; a server that gets any other signal acknowledges the commits that wait. */
        KILL,
        /** Make the first data of the pair. */
        INITIALISE,
        /** Replace this node's data by a clone of the primary's, and keep aside what only this node has. */
        CLONE,
        /** Follow the other node. */
        FOLLOW,
        /** Start the receiver and the applier again. */
        RECEIVE,
        /** Stop the receiver: from then on the primary gets no acknowledgement from this node. */
        STOP_RECEIVING,
        /** Accept writes, and name the term in the data. */
        OPEN,
        /** Refuse writes, after the commits that have begun. */
        CLOSE,
        /** Let each commit wait until the other node has received it. */
        WAIT_FOR_PARTNER,
        /** Let commits wait no longer. */
        GO_ALONE,
        /** Write the roles as they are, so that no earlier request of this agent can still change them. */
        SETTLE,
        /** Acquire the lease. */
        LEAD,
        /** Give up the lease. */
        RESIGN,
        /**
         * Write the roles if they have not changed and nobody holds the lease, and acquire the lease with the same
         * write.
         */
        TAKE_OVER,
        /** Write the roles if they have not changed. */
        CHANGE_ROLES,
        /** Write the roles if there are none. */
        CREATE_ROLES
    }

    static Step of(Action action) {
        return new Step(action, null);
    }
}
