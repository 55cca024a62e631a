package com.foobar.gateway.balancing;

import java.util.List;
import java.util.function.Predicate;

/**
 * The members of the pool that may get a request; a {@link ChoicePolicy} chooses one of them.
 *
 * @param candidates the members that share the traffic; empty if no member is eligible
 * @param spares further members, for retries of a request that every candidate has failed
 * @param panic whether all candidates are ejected members, which get requests only because no other member is up
 */
public record Eligibility<M extends Member>(List<M> candidates, List<M> spares, boolean panic) {

    /**
     * Returns which members are eligible in this mode. If no member is up, the members that have not been checked yet
     * are the candidates, so that a gateway that has just started refuses no request.
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
