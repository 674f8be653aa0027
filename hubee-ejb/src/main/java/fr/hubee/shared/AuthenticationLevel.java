package fr.hubee.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How strongly ProConnect made sure of a person, as its {@code acr} names it; from the weakest to the strongest. */
public enum AuthenticationLevel {
    /** She only declares who she is; how often she proved it changes nothing to that. */
    EIDAS0,
    EIDAS1,
    EIDAS1_MFA,
    EIDAS2,
    EIDAS3;

    /** @param acr null for none; a name that is not known says nothing */
    public static Optional<AuthenticationLevel> of(String acr) {
        return Stream.of(values()).filter(level -> level.acr().equals(acr)).findFirst();
    }

    public String acr() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isAtLeast(AuthenticationLevel minimum) {
        return compareTo(minimum) >= 0;
    }

    /** Whether two factors were needed to reach it. */
    public boolean hasSecondFactor() {
        return isAtLeast(EIDAS1_MFA);
    }
}
