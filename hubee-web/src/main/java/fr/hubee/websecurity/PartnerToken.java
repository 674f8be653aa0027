package fr.hubee.websecurity;

import fr.hubee.clients.token.Admission;
import fr.hubee.clients.token.TokenService;
import fr.hubee.http.body.UnreadFile;
import fr.hubee.kernel.security.Caller;
import io.undertow.util.AttachmentKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Authenticates software by its bearer token (RFC 6750), without a session. */
@Dependent
class PartnerToken {
    private static final AttachmentKey<Admission> ADMISSION = AttachmentKey.create(Admission.class);
    private static final String BEARER = "Bearer ";

    @Inject
    TokenService tokens;

    @Inject
    CallerPace pace;

    static boolean isIn(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    Optional<Caller> holder(HttpServletRequest request) {
        var token = request.getHeader("Authorization").substring(BEARER.length());
        var admission = UnreadFile.once(
                ADMISSION,
                () -> tokens.admit(
                        token.strip(), request.getRemoteAddr(), () -> PresentedCertificate.thumbprint(request)));
        admission.limit().ifPresent(pace::set);
        return admission.caller();
    }
}
