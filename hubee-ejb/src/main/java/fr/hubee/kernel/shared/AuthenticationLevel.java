package fr.hubee.kernel.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** ProConnect's authentication level of a person, from the {@code acr} claim; weakest to strongest. */
public enum AuthenticationLevel {
    /** A self-declared identity; more factors do not raise this level. */
    EIDAS0,
    EIDAS1,
    EIDAS1_MFA,
    EIDAS2,
    EIDAS3;

    /** @param acr null for none; an unknown name gives an empty result */
    public static Optional<AuthenticationLevel> of(String acr) {
        return Stream.of(values()).filter(level -> level.acr().equals(acr)).findFirst();
    }

    public String acr() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isAtLeast(AuthenticationLevel minimum) {
        return compareTo(minimum) >= 0;
    }

    public boolean hasSecondFactor() {
        return isAtLeast(EIDAS1_MFA);
    }
}
