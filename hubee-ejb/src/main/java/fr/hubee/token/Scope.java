package fr.hubee.token;

import java.util.Optional;
import java.util.stream.Stream;

/** What a token gives access to (specification §1.1); its name is also the caller's role. */
public enum Scope {
    OSL,
    SI,
    ADMIN,
    DATAPASS;

    static Optional<Scope> of(String text) {
        return Stream.of(values()).filter(scope -> scope.name().equals(text)).findFirst();
    }
}
