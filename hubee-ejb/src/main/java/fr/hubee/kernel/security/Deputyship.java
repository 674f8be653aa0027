package fr.hubee.kernel.security;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rights of a person who replaces colleagues: her own, and theirs. They are never mixed: for a démarche that a colleague only reads,
 * she only reads, even if she handles her own.
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
