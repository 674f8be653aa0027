package fr.hubee.portal.people;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.AccountLine;
import fr.hubee.people.account.AccountQuery;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.AccountSort;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import fr.hubee.people.session.LastSignInService;
import fr.hubee.portal.field.ExportMoment;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The list of accounts; the search is in the address. */
@Named
@RequestScoped
public class AccountsPage {
    @Inject
    AccountService accounts;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    AccountAttention attention;

    private final ListFilters filters = new ListFilters(
            "/comptes",
            List.of("organisation", "role", "nom"),
            List.of("type", "demarche", "actif", AccountAttention.PARAMETER));
    private final ListTable<AccountLine> table =
            new ListTable<>(filters, part -> accounts.page(currentCaller.get(), query(part)));

    @Inject
    LastSignInService signIns;

    /** Opens the page, or sends the export instead. */
    public void opened() throws IOException {
        var format = ListExport.asked();
        if (format != null) {
            accounts.beginExport(currentCaller.get(), format.extension());
            AccountFile.export(lines -> signIns.ofAccounts(
                            currentCaller.get(),
                            lines.stream().map(AccountLine::id).toList()))
                    .send(format, table);
        }
    }

    @PostConstruct
    void check() {
        if (isNameTooShort()) {
            PageMessages.beside("nom", AccountQuery.TOO_SHORT);
        }
    }

    public ListTable<AccountLine> getTable() {
        return table;
    }

    private AccountQuery query(ListPart part) {
        var key = organization();
        var active = filters.text("actif");
        return new AccountQuery(
                key,
                key == null ? filters.text("organisation") : null,
                filters.one(ActorType.class, "type"),
                filters.one(Role.class, "role"),
                filters.text("demarche"),
                isNameTooShort() ? null : filters.text("nom"),
                active == null ? null : active.equals("oui"),
                attention.wanted(filters.text(AccountAttention.PARAMETER)),
                QueryParameter.one(AccountSort.class, part.sort()),
                part.descending(),
                part.offset(),
                part.size());
    }

    /** Returns null when the filter is part of a name. */
    private OrganizationKey organization() {
        return QueryParameter.organization(filters.text("organisation"));
    }

    public boolean isNameTooShort() {
        return AccountQuery.isTooShort(filters.text("nom"));
    }

    /** Returns the address that adds an account to the organisation of the filter. */
    public String getAddition() {
        return new Address("/nouveau-compte")
                .with("organisation", organization())
                .text();
    }

    public String getTooShort() {
        return AccountQuery.TOO_SHORT;
    }

    /** The list of accounts as a file. */
    static final class AccountFile {
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
}
