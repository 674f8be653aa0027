package fr.hubee.people.account;

import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.security.Caller.Replaced;
import fr.hubee.kernel.shared.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The replacements of absent people, and the rights of deputies today. These are read from the accounts of the absent people themselves: a
 * deputy cannot pass on the rights of a colleague.
 */
@Dependent
class ReplacementRepository {
    private static final String THREE = """
            select r, a, d
            from Replacement r join Account a on a.id = r.absentId join Account d on d.id = r.deputyId
            where r.endedAt is null and r.lastDay >= :today and\s""";

    record Row(Replacement replacement, Account absent, Account deputy) {}

    @PersistenceContext
    EntityManager entities;

    @Inject
    Habilitations habilitations;

    @Inject
    Clock clock;

    List<Replaced> of(Account deputy) {
        var today = ReplacementPolicy.today(clock);
        return rows("r.deputyId = :person and r.firstDay <= :today", deputy.id(), today).stream()
                .filter(row -> ReplacementPolicy.lends(row.replacement(), row.absent(), deputy, today))
                .map(row -> lent(row.absent()))
                .toList();
    }

    Optional<String> deputyOf(Account absent) {
        var today = ReplacementPolicy.today(clock);
        return rows("r.absentId = :person and r.firstDay <= :today", absent.id(), today).stream()
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

    void add(Replacement replacement) {
        entities.persist(replacement);
    }

    /** Locks the row: it is ended once. */
    Replacement requireForUpdate(UUID id) {
        return Optional.ofNullable(RowLookup.findLocked(entities, Replacement.class, id))
                .orElseThrow(() -> NotFound.of("Replacement"));
    }

    /** Returns the replacements of an absent person that have not ended. */
    List<Row> planned(UUID absent, LocalDate today) {
        return rows("r.absentId = :person", absent, today);
    }

    /** Returns the replacements that have not ended, in which the person is absent or a deputy. */
    List<Row> around(UUID person, LocalDate today) {
        return rows("(r.absentId = :person or r.deputyId = :person)", person, today);
    }

    private List<Row> rows(String which, UUID person, LocalDate today) {
        return entities.createQuery(THREE + which + " order by r.firstDay, r.id", Object[].class)
                .setParameter("person", person)
                .setParameter("today", today)
                .getResultStream()
                .map(row -> new Row((Replacement) row[0], (Account) row[1], (Account) row[2]))
                .toList();
    }
}
