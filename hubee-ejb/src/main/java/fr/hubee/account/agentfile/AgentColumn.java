package fr.hubee.account.agentfile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a file of agents, in any order. */
enum AgentColumn {
    CIVILITY("Civilité"),
    FIRST_NAME("Prénom"),
    LAST_NAME("Nom"),
    FUNCTION("Fonction"),
    EMAIL("Courriel"),
    PHONE("Téléphone"),
    PROCESSES("Démarches");

    private final String label;

    AgentColumn(String label) {
        this.label = label;
    }

    /** As the first line names it. */
    String label() {
        return label;
    }

    /** Accents, capitals and spaces around do not matter. */
    static Optional<AgentColumn> named(String name) {
        return Stream.of(values())
                .filter(column -> plain(column.label).equals(plain(name)))
                .findFirst();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
