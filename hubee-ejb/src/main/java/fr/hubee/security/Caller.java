package fr.hubee.security;

import fr.hubee.shared.OrganizationKey;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who calls: a parameter of everything that reads or writes for somebody.
 *
 * @param name the client identifier, or the login of a person, for the journals
 * @param organization on whose behalf
 * @param roles see {@link Roles}
 * @param processCodes the démarches that the credentials cover; nothing else exists for this caller
 * @param address where the request comes from, for the journals; null for what comes from no request
 * @param secondFactorAt when a person last proved a second factor in this session; null when she did not, and for software
 * @param sponsors of the national administrator's software; null for everybody else
 */
public record Caller(
        String name,
        OrganizationKey organization,
        Set<String> roles,
        Set<String> processCodes,
        String address,
        Instant secondFactorAt,
        Sponsors sponsors) {
    /** The hub itself, in the journals. */
    public static final Caller HUB = new Caller("hubee", null, Set.of(Roles.BATCH), Set.of(), null);

    /** Software, or a person who has proven no second factor. */
    public Caller(
            String name, OrganizationKey organization, Set<String> roles, Set<String> processCodes, String address) {
        this(name, organization, roles, processCodes, address, null, null);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** The national administrator reaches everything; the others, their own démarches. */
    public boolean covers(String processCode) {
        return is(Roles.ADMIN) || processCodes.contains(processCode);
    }

    /** Whether it acts for this organisation, or for all. */
    public boolean actsFor(OrganizationKey other) {
        return is(Roles.ADMIN) || organization.equals(other);
    }

    /** The national administrator reaches everything but that, unless two of them have agreed on it. */
    public boolean mayReadFiles() {
        return !is(Roles.ADMIN) || (sponsors != null && sponsors.haveGranted());
    }

    /** The same, without those démarches. */
    public Caller without(Set<String> codes) {
        var left = processCodes.stream().filter(code -> !codes.contains(code)).collect(Collectors.toUnmodifiableSet());
        return new Caller(name, organization, roles, left, address, secondFactorAt, sponsors);
    }

    /** Whether a person proved a second factor since then; software has its secret, and no second factor. */
    public boolean hasProvenSince(Instant date) {
        return !is(Roles.PERSON) || (secondFactorAt != null && !secondFactorAt.isBefore(date));
    }

    /** The same, calling from there. */
    public Caller from(String place) {
        return new Caller(name, organization, roles, processCodes, place, secondFactorAt, sponsors);
    }

    /** The same person, who proved a second factor then; null for never. */
    public Caller proven(Instant then) {
        return new Caller(name, organization, roles, processCodes, address, then, sponsors);
    }
}
