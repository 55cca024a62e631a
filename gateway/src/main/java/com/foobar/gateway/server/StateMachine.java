package com.foobar.gateway.server;

import java.time.Duration;

import com.foobar.gatewayview.ServerState;

/**
 * Computes one server's state from its health checks, its ejections, its slow start and its admin state. All times are
 * values of {@link System#nanoTime()}. Changed only under the lock of the pool.
 */
final class StateMachine {

    private final HealthProperties health;
    private final EjectionTime ejectionTime;

    private AdminState control = AdminState.READY;
    private ServerState checked = ServerState.STARTING;
    private String checkReason = "not checked yet";
    private String ejectionReason = "";
    private int streak;
    private boolean ejected;
    private long ejectedUntil;
    private boolean warming;
    private long warmSince;
    private boolean silent;

    StateMachine(HealthProperties health, EjectionProperties ejection) {
        this.health = health;
        this.ejectionTime = new EjectionTime(ejection);
    }

    void checkPassed(long now) {
        silent = false;
        if (checked == ServerState.UP) {
            streak = 0;
        } else if (checked == ServerState.STARTING || ++streak >= health.rise()) {
            warmUp(checked == ServerState.DOWN, now);
            ejected = false;
            checked(ServerState.UP, "checks pass");
        }
    }

    /**
     * Notes a failed check.
     *
     * @param silent whether there was no sign of life: no response, or 504 from a web server that waited for its
     *            web-app in vain
     */
    void checkFailed(String why, boolean silent) {
        this.silent = silent;
        if (checked == ServerState.DOWN) {
            streak = 0;
            checkReason = why;
        } else if (++streak >= health.fall()) {
            checked(ServerState.DOWN, why);
        }
    }

    /**
     * Notes a check to which the server responded that it is not ready. The server is down at once: after its own word,
     * no further failed checks are needed.
     */
    void checkRefused(String why) {
        silent = false;
        if (checked == ServerState.DOWN) {
            streak = 0;
            checkReason = why;
        } else {
            checked(ServerState.DOWN, why);
        }
    }

    void eject(String why, long now) {
        ejected = true;
        ejectedUntil = now + ejectionTime.next(now).toNanos();
        ejectionReason = why;
        warming = false;
    }

    void control(AdminState wish, long now) {
        warmUp(control != AdminState.READY && wish == AdminState.READY, now);
        if (control == AdminState.MAINTENANCE && wish != AdminState.MAINTENANCE) {
            silent = false;
            checked(ServerState.STARTING, "not checked yet");
        }
        control = wish;
    }

    /** Ends the ejection or the slow start if its time is over. */
    void tick(long now) {
        if (ejected && now - ejectedUntil >= 0) {
            ejected = false;
            warmUp(true, now);
        }
        if (warming && now - warmSince >= health.slowStart().toNanos()) {
            warming = false;
        }
    }

    /** Returns the fraction of its share that the server gets: from 0.1 to 1 during slow start, otherwise 1. */
    double share(long now) {
        if (!warming) {
            return 1;
        }
        return Math.clamp((double) (now - warmSince) / health.slowStart().toNanos(), 0.1, 1);
    }

    ServerState state() {
        return switch (control) {
            case DRAIN -> ServerState.DRAINING;
            case MAINTENANCE -> ServerState.MAINTENANCE;
            case READY -> checked != ServerState.UP ? checked
                    : ejected ? ServerState.EJECTED : warming ? ServerState.SLOW_START : ServerState.UP;
        };
    }

    String reason() {
        return switch (state()) {
            case STARTING, UP, DOWN -> checkReason;
            case SLOW_START -> "came back, and takes " + health.slowStart().toSeconds() + " s to its full share";
            case EJECTED -> ejectionReason;
            case DRAINING -> "drained by hand";
            case MAINTENANCE -> "in maintenance by hand";
        };
    }

    boolean isUp() {
        return control == AdminState.READY && checked == ServerState.UP;
    }

    boolean isEjected() {
        return ejected;
    }

    boolean isSilent() {
        return silent;
    }

    boolean isWarming() {
        return warming;
    }

    boolean isChecked() {
        return control != AdminState.MAINTENANCE;
    }

    private void checked(ServerState result, String why) {
        checked = result;
        checkReason = why;
        streak = 0;
    }

    private void warmUp(boolean cameBack, long now) {
        if (cameBack && health.slowStart().compareTo(Duration.ZERO) > 0) {
            warming = true;
            warmSince = now;
        }
    }
}
