package fr.hubee.clients.client;

import fr.hubee.kernel.shared.OrganizationType;
import java.util.Optional;
import java.util.stream.Stream;

/** The rights that a token gives (specification §1.1); the name is also the caller's role. */
public enum Scope {
    OSL("Opérateur", OrganizationType.OSL),
    SI("Service instructeur", OrganizationType.SI),
    ADMIN("Administration de la plateforme", OrganizationType.ADMIN),
    DATAPASS("DataPass", OrganizationType.ADMIN);

    private final String label;
    private final OrganizationType heldBy;

    Scope(String label, OrganizationType heldBy) {
        this.label = label;
        this.heldBy = heldBy;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }

    /** The type of organisation whose software has this scope. */
    public OrganizationType heldBy() {
        return heldBy;
    }

    public static Optional<Scope> of(String text) {
        return Stream.of(values()).filter(scope -> scope.name().equals(text)).findFirst();
    }
}
