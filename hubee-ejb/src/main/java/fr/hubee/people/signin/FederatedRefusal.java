package fr.hubee.people.signin;

import fr.hubee.kernel.shared.Words;
import fr.hubee.people.session.SignInRefusal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The reasons why a sign-in through ProConnect fails (specification §9.3), and what the person can do about it. */
public enum FederatedRefusal {
    UNKNOWN_AGENT,
    INACTIVE_ACCOUNT,
    EMAIL_MISMATCH,
    ORGANIZATION_MISMATCH,
    INSUFFICIENT_AUTHENTICATION_LEVEL,
    SECOND_FACTOR_REQUIRED,
    INVALID_TOKEN,
    PROVIDER_UNAVAILABLE,
    SIGN_IN_CONFLICT,

    CANCELLED,
    TOO_MANY_ATTEMPTS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FederatedRefusal> of(String code) {
        return Stream.of(values())
                .filter(refusal -> refusal.code().equals(code))
                .findFirst();
    }

    public String text() {
        return switch (this) {
            case UNKNOWN_AGENT -> SignInRefusal.UNKNOWN_ACCOUNT.text();
            case INACTIVE_ACCOUNT -> SignInRefusal.INACTIVE.text();
            case EMAIL_MISMATCH -> SignInRefusal.EMAIL_MISMATCH.text();
            case ORGANIZATION_MISMATCH -> SignInRefusal.ORGANIZATION_MISMATCH.text();
            case SIGN_IN_CONFLICT -> SignInRefusal.SIGN_IN_CONFLICT.text();
            default -> Words.label(this);
        };
    }
}
