package fr.hubee.clients.client;

import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Words;
import java.util.Optional;
import java.util.stream.Stream;

/** The rights that a token gives (specification §1.1); the name is also the caller's role. */
public enum Scope {
    OSL(OrganizationType.OSL),
    SI(OrganizationType.SI),
    ADMIN(OrganizationType.ADMIN),
    DATAPASS(OrganizationType.ADMIN);

    private final OrganizationType heldBy;

    Scope(OrganizationType heldBy) {
        this.heldBy = heldBy;
    }

    /** Returns the text on screen. */
    public String label() {
        return Words.label(this);
    }

    /** The type of organisation whose software has this scope. */
    public OrganizationType heldBy() {
        return heldBy;
    }

    public static Optional<Scope> of(String text) {
        return Stream.of(values()).filter(scope -> scope.name().equals(text)).findFirst();
    }
}
