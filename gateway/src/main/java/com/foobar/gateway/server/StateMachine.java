package com.foobar.gateway.server;

import java.time.Duration;

/** One server's state: checks, ejections, slow start and people's wishes go in, with the time of each. */
final class StateMachine {

    private final HealthProperties health;
    private final EjectionTime ejectionTime;

    private Control control = Control.READY;
    private State checked = State.STARTING;
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
        if (checked == State.UP) {
            streak = 0;
        } else if (checked == State.STARTING || ++streak >= health.rise()) {
            warmUp(checked == State.DOWN, now);
            ejected = false;
            checked(State.UP, "checks pass");
        }
    }

    /** @param noAnswer whether the server gave no sign of life at all */
    void checkFailed(String why, boolean noAnswer) {
        silent = noAnswer;
        if (checked == State.DOWN) {
            streak = 0;
            checkReason = why;
        } else if (++streak >= health.fall()) {
            checked(State.DOWN, why);
        }
    }

    /** The server says itself that it must get no requests, so there is nothing to wait for. */
    void checkRefused(String why) {
        silent = false;
        if (checked == State.DOWN) {
            streak = 0;
            checkReason = why;
        } else {
            checked(State.DOWN, why);
        }
    }

    void eject(String why, long now) {
        ejected = true;
        ejectedUntil = now + ejectionTime.next(now).toNanos();
        ejectionReason = why;
        warming = false;
    }

    void control(Control wish, long now) {
        warmUp(control != Control.READY && wish == Control.READY, now);
        if (control == Control.MAINTENANCE && wish != Control.MAINTENANCE) {
            checked(State.STARTING, "not checked yet");
        }
        control = wish;
    }

    /** Ends what lasts only for a time. */
    void tick(long now) {
        if (ejected && now - ejectedUntil >= 0) {
            ejected = false;
            warmUp(true, now);
        }
        if (warming && now - warmSince >= health.slowStart().toNanos()) {
            warming = false;
        }
    }

    /** The part of the full share, which grows from a tenth to all of it during slow start. */
    double share(long now) {
        if (!warming) {
            return 1;
        }
        return Math.clamp((double) (now - warmSince) / health.slowStart().toNanos(), 0.1, 1);
    }

    State state() {
        return switch (control) {
            case DRAIN -> State.DRAINING;
            case MAINTENANCE -> State.MAINTENANCE;
            case READY -> checked != State.UP ? checked
                    : ejected ? State.EJECTED : warming ? State.SLOW_START : State.UP;
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
        return control == Control.READY && checked == State.UP;
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
        return control != Control.MAINTENANCE;
    }

    private void checked(State result, String why) {
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
