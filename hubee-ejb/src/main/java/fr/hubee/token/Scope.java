package fr.hubee.token;

import fr.hubee.shared.OrganizationType;
import java.util.Optional;
import java.util.stream.Stream;

/** What a token gives access to (specification §1.1); its name is also the caller's role. */
public enum Scope {
    OSL(OrganizationType.OSL),
    SI(OrganizationType.SI),
    ADMIN(OrganizationType.ADMIN),
    DATAPASS(OrganizationType.ADMIN);

    private final OrganizationType heldBy;

    Scope(OrganizationType heldBy) {
        this.heldBy = heldBy;
    }

    /** The type of the organisations whose software has it. */
    OrganizationType heldBy() {
        return heldBy;
    }

    static Optional<Scope> of(String text) {
        return Stream.of(values()).filter(scope -> scope.name().equals(text)).findFirst();
    }
}
