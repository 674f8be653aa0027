package fr.hubee.journal.seal;

import fr.hubee.journal.seal.StampAuthority.StampRequest;
import fr.hubee.launcher.OwnAuthority;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A time stamp as an authority would make it. */
public final class MadeStamp {
    private MadeStamp() {}

    public static Stamp by(OwnAuthority authority, byte[] content) throws IOException {
        var request = new StampRequest(content, Optional.empty());
        return request.read(authority.answer(request.bytes(), Instant.now()), Authorities.none(), Instant.now());
    }
}
