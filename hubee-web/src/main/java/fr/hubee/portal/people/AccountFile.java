package fr.hubee.portal.people;

import fr.hubee.people.account.AccountLine;
import fr.hubee.people.account.Role;
import fr.hubee.portal.field.ExportMoment;
import fr.hubee.portal.field.ListExport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The list of accounts as a file. */
final class AccountFile {
    private AccountFile() {}

    /** @param lastSignIns of some accounts, by their identifiers */
    static ListExport<AccountLine> export(Function<List<AccountLine>, Map<UUID, Instant>> lastSignIns) {
        return new ListExport<>(
                "comptes",
                "Comptes",
                List.of(
                        "Nom",
                        "Prénom",
                        "Courriel",
                        "Actif",
                        "Type d’acteur",
                        "Organisation",
                        "Clé de l’organisation",
                        "Rôles",
                        "Démarches",
                        "Créé par DataPass",
                        "Dernière connexion"),
                lines -> {
                    var known = lastSignIns.apply(lines);
                    return line -> cells(line, known.get(line.id()));
                });
    }

    private static Object[] cells(AccountLine line, Instant lastSignIn) {
        return new Object[] {
            line.lastName(),
            line.firstName(),
            line.email(),
            line.active() ? "Oui" : "Non",
            line.actorType().label(),
            line.organizationName(),
            line.organization(),
            line.roles().stream().map(Role::label).collect(Collectors.joining(", ")),
            String.join(", ", line.processCodes()),
            line.datapass() ? "Oui" : "Non",
            ExportMoment.of(lastSignIn)
        };
    }
}
