package fr.hubee.portal.frame;

import static java.util.Map.entry;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;

/** The pages of the menu, with the roles that see them. Other roles are refused. */
public enum MenuEntry {
    FOLDERS(Section.EXCHANGES, "/teledossiers", RoleNames.READ_FOLDERS, RoleNames.BUSINESS, RoleNames.ADMIN),
    SUBSCRIPTIONS(Section.EXCHANGES, "/abonnements", RoleNames.READ_SUBSCRIPTIONS, RoleNames.BUSINESS, RoleNames.ADMIN),
    CALLS(
            Section.EXCHANGES,
            "/appels",
            RoleNames.READ_SUBSCRIPTIONS,
            RoleNames.MANAGE_SUBSCRIPTIONS,
            RoleNames.BUSINESS,
            RoleNames.ADMIN),
    SUPPORT(Section.EXCHANGES, "/assistance", RoleNames.ADMIN),
    STATISTICS(Section.EXCHANGES, "/statistiques", RoleNames.BUSINESS, RoleNames.ADMIN),
    OWN_STATISTICS(Section.EXCHANGES, "/nos-statistiques", RoleNames.READ_SUBSCRIPTIONS),
    ACCOUNTS(Section.REGISTERS, "/comptes", RoleNames.READ_USERS, RoleNames.ADMIN),
    PROCESSES(Section.REGISTERS, "/demarches", RoleNames.ADMIN),
    ORGANIZATIONS(Section.REGISTERS, "/organisations", RoleNames.ADMIN),
    API_CLIENTS(Section.OPERATION, "/clients-api", RoleNames.ADMIN),
    MAILS(Section.OPERATION, "/courriels", RoleNames.ADMIN),
    RETENTION(Section.OPERATION, "/conservation", RoleNames.ADMIN),
    JOBS(Section.OPERATION, "/travaux", RoleNames.ADMIN),
    JOURNAL(Section.OPERATION, "/journal", RoleNames.ADMIN);

    enum Section {
        EXCHANGES,
        REGISTERS,
        OPERATION
    }

    /**
     * Entries under one heading.
     *
     * @param label empty when there is no other group
     */
    public record Group(String label, List<MenuEntry> entries) {}

    /** Largest menu without headings. */
    private static final int FEW = 5;

    /** Pages below a page of the menu, for the same roles. */
    private static final Map<String, MenuEntry> UNDER = Map.ofEntries(
            entry("/mes-filtres", FOLDERS),
            entry("/mes-telechargements", FOLDERS),
            entry("/reponses-types", FOLDERS),
            entry("/demarche", PROCESSES),
            entry("/organisation", ORGANIZATIONS),
            entry("/import-organisations", ORGANIZATIONS),
            entry("/fusion", ORGANIZATIONS),
            entry("/fusions", ORGANIZATIONS),
            entry("/annulation-fusion", ORGANIZATIONS),
            entry("/client-api", API_CLIENTS),
            entry("/nouveau-client-api", API_CLIENTS),
            entry("/attestations", SUBSCRIPTIONS),
            entry("/mes-certificats", SUBSCRIPTIONS),
            entry("/a-surveiller", SUBSCRIPTIONS),
            entry("/controle", SUBSCRIPTIONS),
            entry("/travail", JOBS),
            entry("/maintenance", JOBS));

    /** Pages that are reached from a list, each with the entry of that list, for users who may see it. */
    private static final Map<String, MenuEntry> DETAILS = Map.ofEntries(
            entry("/teledossier", FOLDERS),
            entry("/apercu", FOLDERS),
            entry("/recepisses", FOLDERS),
            entry("/abonnement", SUBSCRIPTIONS),
            entry("/nouvel-abonnement", SUBSCRIPTIONS),
            entry("/secours", SUBSCRIPTIONS),
            entry("/cle-secrete", SUBSCRIPTIONS),
            entry("/livraisons", SUBSCRIPTIONS),
            entry("/etre-prevenu", SUBSCRIPTIONS),
            entry("/banc-d-essai", SUBSCRIPTIONS),
            entry("/compte", ACCOUNTS),
            entry("/nouveau-compte", ACCOUNTS),
            entry("/import-agents", ACCOUNTS));

    private final Section section;
    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<String> roles;

    MenuEntry(Section section, String path, String... roles) {
        this.section = section;
        this.path = path;
        this.roles = Set.of(roles);
    }

    public String label() {
        return words(name());
    }

    public String path() {
        return path;
    }

    public String summary() {
        return words(name() + ".summary");
    }

    private static String words(String key) {
        return ResourceBundle.getBundle("fr.hubee.portal.menu", Locale.FRENCH).getString(key);
    }

    public boolean isFor(Caller caller) {
        boolean receives = caller.organization().type() == OrganizationType.SI;
        return roles.stream().anyMatch(caller::is) && (this != OWN_STATISTICS || receives);
    }

    /** Whether the addresses to which events are sent are hers: a page below the subscriptions. */
    public static boolean isForAddresses(Caller caller) {
        return !caller.is(RoleNames.ADMIN)
                && (caller.is(RoleNames.MANAGE_SUBSCRIPTIONS) || caller.is(RoleNames.BUSINESS));
    }

    public static List<MenuEntry> of(Caller caller) {
        return Stream.of(values()).filter(entry -> entry.isFor(caller)).toList();
    }

    /** Returns the entries of a person in groups; few of them are one group without a name. */
    public static List<Group> groups(Caller caller) {
        var mine = of(caller);
        if (mine.size() <= FEW) {
            return mine.isEmpty() ? List.of() : List.of(new Group("", mine));
        }
        return Stream.of(Section.values())
                .map(section -> new Group(
                        words(section.name()),
                        mine.stream().filter(entry -> entry.section == section).toList()))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /** Returns the entry of this page, or of the page above it. */
    static Optional<MenuEntry> at(String path) {
        return Stream.of(values())
                .filter(entry -> entry.path.equals(path))
                .findFirst()
                .or(() -> Optional.ofNullable(UNDER.get(path)));
    }

    /** Returns the entry of the list that leads to this page. */
    static Optional<MenuEntry> listing(String path) {
        return Optional.ofNullable(DETAILS.get(path));
    }
}
