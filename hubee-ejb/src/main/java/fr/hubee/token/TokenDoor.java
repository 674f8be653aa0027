package fr.hubee.token;

import fr.hubee.ratelimit.KnownCallers;
import fr.hubee.ratelimit.Strangers;
import fr.hubee.security.TokenText;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets in whoever calls with a token, and no faster than that client may; all of it is in memory but a token's first call. */
@ApplicationScoped
@PermitAll // whoever asks is not known yet
public class TokenDoor {
    @Inject
    TokenService tokens;

    @Inject
    Strangers strangers;

    @Inject
    KnownCallers callers;

    /** @param certificate tells the thumbprint of the one that came with the call, or null; asked for where a token needs it */
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
