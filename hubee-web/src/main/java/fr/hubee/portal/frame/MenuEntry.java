package fr.hubee.portal.frame;

import static java.util.Map.entry;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The pages of the menu, with the roles that see them. Other roles are refused. */
public enum MenuEntry {
    FOLDERS(
            Section.EXCHANGES,
            "Télédossiers",
            "/teledossiers",
            "Recevoir, traiter et finir les demandes des usagers.",
            Roles.READ_FOLDERS,
            Roles.BUSINESS,
            Roles.ADMIN),
    SUBSCRIPTIONS(
            Section.EXCHANGES,
            "Abonnements",
            "/abonnements",
            "Les démarches que reçoit une organisation, et comment.",
            Roles.READ_SUBSCRIPTIONS,
            Roles.BUSINESS,
            Roles.ADMIN),
    STATISTICS(
            Section.EXCHANGES,
            "Statistiques",
            "/statistiques",
            "Combien arrive, combien est traité, en combien de temps.",
            Roles.BUSINESS,
            Roles.ADMIN),
    OWN_STATISTICS(
            Section.EXCHANGES,
            "Nos statistiques",
            "/nos-statistiques",
            "Ce que reçoit votre organisation, en combien de temps, et les autres.",
            Roles.READ_SUBSCRIPTIONS),
    ACCOUNTS(
            Section.REGISTERS,
            "Comptes",
            "/comptes",
            "Qui se connecte, et ce que chacun peut faire.",
            Roles.READ_USERS,
            Roles.ADMIN),
    PROCESSES(
            Section.REGISTERS,
            "Démarches",
            "/demarches",
            "Les règles de chaque démarche, et leur conservation.",
            Roles.ADMIN),
    ORGANIZATIONS(
            Section.REGISTERS,
            "Organisations",
            "/organisations",
            "Le registre, son import et les fusions de communes.",
            Roles.ADMIN),
    API_CLIENTS(
            Section.OPERATION,
            "Clients API",
            "/clients-api",
            "Les identifiants des logiciels, et leur dernière utilisation.",
            Roles.ADMIN),
    MAILS(
            Section.OPERATION,
            "Courriels",
            "/courriels",
            "Ce qui attend de partir, et ce qui n’est pas parti.",
            Roles.ADMIN),
    RETENTION(Section.OPERATION, "Conservation", "/conservation", "Ce que la prochaine purge effacera.", Roles.ADMIN),
    JOBS(Section.OPERATION, "Travaux", "/travaux", "Ce que le hub fait de lui-même, et quand.", Roles.ADMIN),
    JOURNAL(Section.OPERATION, "Journal", "/journal", "Qui a fait quoi, quand et d’où.", Roles.ADMIN);

    /** Parts of a long menu. */
    enum Section {
        EXCHANGES("Échanges"),
        REGISTERS("Référentiel"),
        OPERATION("Exploitation");

        private final String label;

        Section(String label) {
            this.label = label;
        }
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
            entry("/demarche", PROCESSES),
            entry("/organisation", ORGANIZATIONS),
            entry("/import-organisations", ORGANIZATIONS),
            entry("/fusion", ORGANIZATIONS),
            entry("/fusions", ORGANIZATIONS),
            entry("/annulation-fusion", ORGANIZATIONS),
            entry("/client-api", API_CLIENTS),
            entry("/nouveau-client-api", API_CLIENTS),
            entry("/attestations", SUBSCRIPTIONS),
            entry("/a-surveiller", SUBSCRIPTIONS),
            entry("/travail", JOBS));

    /** Pages that are reached from a list, each with the entry of that list, for users who may see it. */
    private static final Map<String, MenuEntry> DETAILS = Map.of(
            "/teledossier", FOLDERS,
            "/apercu", FOLDERS,
            "/recepisses", FOLDERS,
            "/abonnement", SUBSCRIPTIONS,
            "/secours", SUBSCRIPTIONS,
            "/cle-secrete", SUBSCRIPTIONS,
            "/compte", ACCOUNTS,
            "/nouveau-compte", ACCOUNTS,
            "/import-agents", ACCOUNTS);

    private final Section section;
    private final String label;
    private final String path;
    private final String summary;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<String> roles;

    MenuEntry(Section section, String label, String path, String summary, String... roles) {
        this.section = section;
        this.label = label;
        this.path = path;
        this.summary = summary;
        this.roles = Set.of(roles);
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }

    public String path() {
        return path;
    }

    /** Returns the purpose of the page, in a sentence. */
    public String summary() {
        return summary;
    }

    public boolean isFor(Caller caller) {
        boolean receives = caller.organization().type() == OrganizationType.SI;
        return roles.stream().anyMatch(caller::is) && (this != OWN_STATISTICS || receives);
    }

    /** Returns the entries of a person, in order. */
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
                        section.label,
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
