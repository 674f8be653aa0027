package fr.hubee.portal.people;

import fr.hubee.directory.process.ProcessColumn;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.AccountDetail;
import fr.hubee.people.account.AccountQuery;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.AccountService.AccountChoices;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import fr.hubee.people.session.SessionService;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.field.SeveralActs;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.Pages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of accounts, and the filters that the user may apply; the search is in the address. */
@Named
@RequestScoped
public class AccountsPage extends PersonPage {
    @Inject
    AccountService accounts;

    @Inject
    ProcessService processes;

    @Inject
    AccountAttention attention;

    private final ListFilters filters = new ListFilters(
            "/comptes",
            List.of("organisation", "role", "nom"),
            List.of("type", "demarche", "actif", AccountAttention.PARAMETER));
    private final ListTable<AccountDetail> table =
            new ListTable<>(filters, part -> accounts.page(caller(), query(part)));

    @Inject
    SessionService sessions;

    private AccountChoices own;

    public void opened() throws IOException {
        var format = ListExport.asked();
        if (format != null) {
            accounts.beginExport(caller(), format.extension());
            export().send(format, table);
        }
    }

    @PostConstruct
    void check() {
        if (isNameTooShort()) {
            PageMessages.fieldError("nom", AccountQuery.TOO_SHORT);
        }
    }

    public ListTable<AccountDetail> getTable() {
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
                QueryParameter.one(AccountQuery.Sort.class, part.sort()),
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

    public boolean isManager() {
        return !own().types().isEmpty();
    }

    /** Whether her organisation has agents, which she may add. */
    public boolean isForAgents() {
        return own().types().contains(ActorType.AGENT);
    }

    public List<ActorType> getTypes() {
        var there = caller().organization().type();
        return Stream.of(ActorType.values())
                .filter(type -> isNational() || type.organizationType() == there)
                .toList();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    /** Returns the name of each démarche, by its code. */
    public Map<String, String> getProcesses() {
        if (!isNational()) {
            return own().processes();
        }
        var all = new TreeMap<String, String>(FrenchOrder.words());
        processes
                .list(ProcessColumn.CODE, null)
                .forEach(process -> all.put(process.code(), process.details().title()));
        return all;
    }

    private AccountChoices own() {
        if (own == null) {
            own = accounts.choices(caller(), caller().organization());
        }
        return own;
    }

    /** Whether the page offers actions on the accounts that are ticked. */
    public boolean isBatchOpen() {
        return isManager() && (SeveralActs.isSent(request()) || table.getShown().total() > 0);
    }

    public void deactivate() {
        run(
                (id, version) -> accounts.deactivate(caller(), id, version),
                "ne peut plus se connecter : le compte est désactivé");
    }

    /** Sends each one a link to choose a password. */
    public void invite() {
        run((id, version) -> accounts.sendLink(caller(), id), "reçoit un courriel : le lien vaut 48 heures");
    }

    private void run(SeveralActs.OneAct act, String done) {
        if (SeveralActs.run(request(), this::nameOf, act, done)) {
            Pages.goTo(table.getHere());
        }
    }

    private String nameOf(UUID id) {
        return accounts.read(caller(), id).name();
    }

    private ListExport<AccountDetail> export() {
        return new ListExport<>(
                "comptes",
                "Comptes",
                List.of(
                        "Nom",
                        "Prénom",
                        "Adresse électronique",
                        "Actif",
                        "Type d’acteur",
                        "Organisation",
                        "Clé de l’organisation",
                        "Rôles",
                        "Démarches",
                        "Créé par DataPass",
                        "Dernière connexion"),
                lines -> {
                    var known = sessions.lastSignIns(
                            caller(), lines.stream().map(AccountDetail::id).toList());
                    return line -> cells(line, known.get(line.id()));
                });
    }

    private static Object[] cells(AccountDetail line, Instant lastSignIn) {
        return new Object[] {
            line.identity().lastName(),
            line.identity().firstName(),
            line.email(),
            line.active() ? "Oui" : "Non",
            line.rights().actorType().label(),
            line.organizationName(),
            line.organization(),
            line.rights().roles().stream().map(Role::label).collect(Collectors.joining(", ")),
            String.join(", ", line.rights().processCodes()),
            line.datapass() ? "Oui" : "Non",
            ExportFormat.moment(lastSignIn)
        };
    }
}
