package fr.hubee.kernel.security;

import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The authenticated caller: a parameter of every method that reads or writes on somebody's behalf.
 *
 * @param name the client identifier, or the login of a person, for the journals
 * @param organization on whose behalf
 * @param roles see {@link RoleNames}
 * @param processCodes the démarches that the credentials cover; others do not exist for this caller
 * @param address where the request comes from, for the journals; null without a request
 * @param secondFactorAt when a person last proved a second factor in this session; null if never, and for software
 * @param sponsors of the national administrator's software; null for all others
 * @param deputyship her rights from colleagues whom she replaces
 */
public record Caller(
        String name,
        OrganizationKey organization,
        Set<String> roles,
        Set<String> processCodes,
        String address,
        Instant secondFactorAt,
        Sponsors sponsors,
        Deputyship deputyship) {
    /** The hub itself, in the journals. */
    public static final Caller HUB = new Caller("hubee", null, Set.of(RoleNames.BATCH), Set.of(), null);

    /** Software, or a person without a proven second factor. */
    public Caller(
            String name, OrganizationKey organization, Set<String> roles, Set<String> processCodes, String address) {
        this(name, organization, roles, processCodes, address, null, null);
    }

    /** Creates a caller who replaces nobody. */
    public Caller(
            String name,
            OrganizationKey organization,
            Set<String> roles,
            Set<String> processCodes,
            String address,
            Instant secondFactorAt,
            Sponsors sponsors) {
        this(name, organization, roles, processCodes, address, secondFactorAt, sponsors, Deputyship.NONE);
    }

    /** The same person, who also does what these colleagues may do with télédossiers, and nothing else of theirs. */
    public Caller replacing(List<Replaced> colleagues) {
        if (colleagues.isEmpty()) {
            return this;
        }
        var own = new Deputyship(
                is(RoleNames.READ_FOLDERS) ? processCodes : Set.of(),
                is(RoleNames.MANAGE_FOLDERS) ? processCodes : Set.of(),
                colleagues);
        var all = new HashSet<>(roles);
        all.add(RoleNames.READ_FOLDERS);
        if (colleagues.stream().anyMatch(Replaced::manages)) {
            all.add(RoleNames.MANAGE_FOLDERS);
        }
        return new Caller(
                name, organization, Set.copyOf(all), own.processCodes(), address, secondFactorAt, sponsors, own);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** The national administrator may access all démarches; others, those that their credentials cover. */
    public boolean covers(String processCode) {
        return is(RoleNames.ADMIN) || processCodes.contains(processCode);
    }

    /** Whether a person may handle the télédossiers of that démarche, not only read them. */
    public boolean manages(String processCode) {
        return is(RoleNames.MANAGE_FOLDERS) && (deputyship.isNone() || deputyship.allowsManaging(processCode));
    }

    /**
     * Returns the logins of the absent colleagues whose rights she needs for it; empty where her own suffice.
     *
     * @param managing whether it is to handle a télédossier, not only to read it
     */
    public Set<String> forWhom(String processCode, boolean managing) {
        return deputyship.forWhom(processCode, managing);
    }

    /** Even the national administrator may read files only with a right that two administrators granted. */
    public boolean mayReadFiles() {
        return !is(RoleNames.ADMIN) || (sponsors != null && sponsors.haveGranted());
    }

    public Caller without(Set<String> codes) {
        var left = processCodes.stream().filter(code -> !codes.contains(code)).collect(Collectors.toUnmodifiableSet());
        return new Caller(name, organization, roles, left, address, secondFactorAt, sponsors, deputyship);
    }

    /** A copy that reads the télédossiers of its organisation in these démarches, and no others. */
    public Caller reading(Set<String> codes) {
        var more = Stream.concat(roles.stream(), Stream.of(RoleNames.READ_FOLDERS))
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(name, organization, more, Set.copyOf(codes), address, secondFactorAt, sponsors);
    }

    /** Whether a person proved a second factor since that date; always true for software, which has none. */
    public boolean hasProvenSince(Instant date) {
        return !is(RoleNames.PERSON) || (secondFactorAt != null && !secondFactorAt.isBefore(date));
    }

    public Caller from(String place) {
        return new Caller(name, organization, roles, processCodes, place, secondFactorAt, sponsors, deputyship);
    }

    /** A copy with this date of the second factor; null for never. */
    public Caller proven(Instant then) {
        return new Caller(name, organization, roles, processCodes, address, then, sponsors, deputyship);
    }

    /**
     * The rights of a person who replaces colleagues: her own, and theirs. They are never mixed: for a démarche that a colleague only
     * reads, she only reads, even if she handles her own.
     *
     * @param read the démarches whose télédossiers she may read by herself
     * @param managed those whose télédossiers she may handle by herself
     */
    public record Deputyship(Set<String> read, Set<String> managed, List<Replaced> replaced) {
        /** No replacement: only the person's own roles and démarches count. */
        public static final Deputyship NONE = new Deputyship(Set.of(), Set.of(), List.of());

        public Deputyship {
            read = Set.copyOf(read);
            managed = Set.copyOf(managed);
            replaced = List.copyOf(replaced);
        }

        public boolean isNone() {
            return replaced.isEmpty();
        }

        boolean allowsManaging(String processCode) {
            return managed.contains(processCode) || replaced.stream().anyMatch(each -> each.lends(processCode, true));
        }

        /**
         * Returns the logins of the colleagues whose rights she needs for it; empty where her own suffice.
         *
         * @param managing whether it is to handle a télédossier, not only to read it
         */
        Set<String> forWhom(String processCode, boolean managing) {
            return (managing ? managed : read).contains(processCode)
                    ? Set.of()
                    : replaced.stream()
                            .filter(each -> each.lends(processCode, managing))
                            .map(Replaced::login)
                            .collect(Collectors.toUnmodifiableSet());
        }

        /** Returns the démarches of her colleagues, and her own. */
        Set<String> processCodes() {
            var codes = new HashSet<>(read);
            replaced.forEach(each -> codes.addAll(each.processCodes()));
            return codes;
        }
    }

    /**
     * An absent colleague, and the rights on télédossiers that her deputy has for her.
     *
     * @param login of the colleague
     * @param manages whether she handles them; else she only reads them
     * @param processCodes her démarches
     */
    public record Replaced(String login, boolean manages, Set<String> processCodes) {
        public Replaced {
            processCodes = Set.copyOf(processCodes);
        }

        /** @param managing whether it is to handle a télédossier, not only to read it */
        public boolean lends(String processCode, boolean managing) {
            return processCodes.contains(processCode) && (manages || !managing);
        }
    }

    /**
     * The people behind the national administrator's software, for the journal.
     *
     * @param maker who created its credentials; null when they come from the startup file
     * @param asker and {@code granter} of its right to read the bytes of télédossiers; null without one
     */
    public record Sponsors(String maker, String asker, String granter) {

        public boolean haveGranted() {
            return granter != null;
        }
    }
}
