package fr.hubee.people.account;

import fr.hubee.kernel.security.Caller.Replaced;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rights of deputies today. They are read from the accounts of the absent people themselves: a deputy cannot pass on the rights of a
 * colleague.
 */
@Dependent
class Replacements {
    @Inject
    ReplacementRepository replacements;

    @Inject
    Habilitations habilitations;

    @Inject
    Clock clock;

    List<Replaced> of(Account deputy) {
        var today = ReplacementPolicy.today(clock);
        return replacements.of(deputy, today).stream()
                .filter(row -> ReplacementPolicy.lends(row.replacement(), row.absent(), deputy, today))
                .map(row -> lent(row.absent()))
                .toList();
    }

    /** The name of who replaces that person today. */
    Optional<String> deputyOf(Account absent) {
        var today = ReplacementPolicy.today(clock);
        return replacements.ofAbsent(absent, today).stream()
                .filter(row -> ReplacementPolicy.lends(row.replacement(), absent, row.deputy(), today))
                .map(row -> row.deputy().name())
                .findFirst();
    }

    Replaced lent(Account absent) {
        var rights = absent.rights();
        return new Replaced(
                absent.email(),
                rights.roles().contains(Role.MANAGE_FOLDERS),
                ReplacementPolicy.hasSomethingToLend(absent)
                        ? habilitations.covered(absent.organization(), rights)
                        : Set.of());
    }
}
