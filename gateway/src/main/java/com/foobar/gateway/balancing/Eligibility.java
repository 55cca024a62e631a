package com.foobar.gateway.balancing;

import java.util.List;
import java.util.function.Predicate;

/**
 * The members that may get a request, apart from how one of them is chosen.
 *
 * @param candidates who shares the traffic
 * @param spares who else may take a request that every candidate has failed
 * @param panic whether the candidates are servers that should be left out, tried because there are no others
 */
public record Eligibility<M extends Member>(List<M> candidates, List<M> spares, boolean panic) {

    /**
     * Who of the members is eligible in this mode. Where none is known to be up, those that nobody knows about are
     * tried, so that a balancer that has just started refuses nobody.
     */
    public static <M extends Member> Eligibility<M> of(List<M> members, Mode mode) {
        List<M> up = which(members, Member::isUp);
        if (up.isEmpty()) {
            return new Eligibility<>(which(members, Member::isUnknown), List.of(), false);
        }
        List<M> sound = which(up, member -> !member.isEjected());
        if (sound.isEmpty()) {
            return new Eligibility<>(up, List.of(), true);
        }
        List<M> candidates = sound;
        if (mode == Mode.ACTIVE_PASSIVE) {
            List<M> active = which(sound, member -> !member.isStandby());
            candidates = active.isEmpty() ? sound : active;
        }
        return new Eligibility<>(candidates, without(up, candidates), false);
    }

    private static <M> List<M> which(List<M> members, Predicate<M> condition) {
        return members.stream().filter(condition).toList();
    }

    private static <M> List<M> without(List<M> members, List<M> others) {
        return which(members, member -> !others.contains(member));
    }
}
