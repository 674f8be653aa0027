package fr.hubee.journal.proof;

import fr.hubee.launcher.OwnAuthority;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A stamp as if an authority had been asked for it. */
public final class MadeStamp {
    private MadeStamp() {}

    public static Stamp by(OwnAuthority authority, byte[] content) throws IOException {
        var request = new StampRequest(content, Optional.empty());
        return request.read(authority.answer(request.bytes(), Instant.now()), Authorities.none(), Instant.now());
    }
}
