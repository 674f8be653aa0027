package fr.hubee.clients.token;

import fr.hubee.clients.limit.KnownCallers;
import fr.hubee.clients.limit.Strangers;
import fr.hubee.kernel.security.TokenText;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Authenticates calls by token and applies rate limits; uses only memory, except for a token's first call. */
@ApplicationScoped
@PermitAll // the caller is not authenticated yet
public class TokenDoor {
    @Inject
    TokenService tokens;

    @Inject
    Strangers strangers;

    @Inject
    KnownCallers callers;

    /**
     * @param certificate supplies the thumbprint of the presented certificate, or null; called only if the token needs
     *     it
     */
    public Admission admit(String token, String address, Supplier<String> certificate) {
        var hold = strangers.hold(address);
        if (hold.isPresent() && !strangers.isMet(TokenText.hash(token))) {
            return Admission.tooOften(hold.get());
        }
        var holder = tokens.holderOf(token).filter(known -> known.comesWith(certificate));
        if (holder.isEmpty()) {
            strangers.failed(address, Strangers.WRONG_TOKEN);
            return Admission.UNKNOWN;
        }
        var caller = holder.get().caller();
        var limit = callers.call(caller.name(), holder.get().callsPerSecond());
        return limit.refused()
                ? Admission.tooOften(limit)
                : new Admission(Optional.of(caller.from(address)), Optional.of(limit));
    }
}
