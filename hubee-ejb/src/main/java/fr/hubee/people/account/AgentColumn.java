package fr.hubee.people.account;

import fr.hubee.kernel.shared.ColumnName;
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

    /** Returns the name in the first line. */
    String label() {
        return label;
    }

    static Optional<AgentColumn> named(String name) {
        return Stream.of(values())
                .filter(column -> ColumnName.plain(column.label).equals(ColumnName.plain(name)))
                .findFirst();
    }
}
