package fr.hubee.demonstration.data;

import java.util.List;

/** The people who can sign in to the demonstration; {@code demo-portal.json} creates their accounts. */
public final class SamplePeople {
    /** Public: it is only valid in demonstrations. */
    public static final String PASSWORD = "Moulins-9-Sabliers-Bleus";

    public static final List<Person> ALL = List.of(
            new Person("claire.montaudran@hubee.example", "national administrator", "everything", List.of()),
            new Person(
                    "hugo.lestrade@dila.example",
                    "business administrator, DILA",
                    "the télédossiers of its démarches without files, subscriptions, statistics",
                    List.of(
                            "READ_FOLDERS",
                            "READ_USERS",
                            "MANAGE_USERS",
                            "READ_SUBSCRIPTIONS",
                            "MANAGE_SUBSCRIPTIONS")),
            new Person(
                    "nadia.benhaddou@cnaf.example",
                    "business administrator, CNAF",
                    "two subscriptions to validate",
                    List.of(
                            "READ_FOLDERS",
                            "READ_USERS",
                            "MANAGE_USERS",
                            "READ_SUBSCRIPTIONS",
                            "MANAGE_SUBSCRIPTIONS")),
            new Person(
                    "odile.garance@saint-aubrin-le-vieux.example",
                    "local administrator, Saint-Aubrin",
                    "accounts, subscriptions, and some 250 télédossiers",
                    List.of(
                            "MANAGE_FOLDERS",
                            "READ_FOLDERS",
                            "READ_USERS",
                            "MANAGE_USERS",
                            "READ_SUBSCRIPTIONS",
                            "MANAGE_SUBSCRIPTIONS")),
            new Person(
                    "solene.kermarrec@saint-aubrin-le-vieux.example",
                    "agent, Saint-Aubrin",
                    "some 250 télédossiers of five démarches",
                    List.of()),
            new Person(
                    "paul.essertaux@saint-aubrin-le-vieux.example",
                    "agent, Saint-Aubrin",
                    "those of two démarches, to look at only",
                    List.of("READ_FOLDERS")),
            new Person(
                    "mireille.aubertin@saint-aubrin-le-vieux.example",
                    "agent, Saint-Aubrin, away",
                    "those of two démarches; Solène replaces her",
                    List.of()),
            new Person("yann.prigent@montferrol.example", "agent, Montferrol", "an empty list", List.of()),
            new Person(
                    "marie-emmanuelle.beauregard@deux-chateaux.example",
                    "agent of a town whose name is long",
                    "some 45 télédossiers",
                    List.of()),
            new Person(
                    "thomas.valdor@valbourg-sur-orne.example",
                    "local administrator, Valbourg",
                    "subscriptions with credentials: its software does the work",
                    List.of()),
            new Person(
                    "lise.marchenoir@rochelande-en-plaine.example",
                    "local administrator, Rochelande",
                    "what waits for its software, which has been silent for days",
                    List.of()),
            new Person(
                    "bruno.castelnau@haute-rivaine.example",
                    "agent, the département",
                    "what its software received, to look at only",
                    List.of()),
            new Person(
                    "ines.baucher@ponant-logiciels.example",
                    "software editor",
                    "the subscriptions of three towns and a département, credentials, the test bench",
                    List.of()),
            new Person(
                    "loic.passavant@rsa.example",
                    "business administrator, RSA",
                    "the test bench for the software of an operator",
                    List.of()));

    private SamplePeople() {}

    /**
     * @param who her role, printed at the start with what she sees
     * @param roles replace the default roles of her type; empty to keep these
     */
    public record Person(String email, String who, String sees, List<String> roles) {}

    /** Returns a table for the terminal. */
    public static String asTable() {
        var table = new StringBuilder();
        for (var person : ALL) {
            table.append("  %-52s %-36s %s%n".formatted(person.email(), person.who(), person.sees()));
        }
        return table.toString();
    }
}
