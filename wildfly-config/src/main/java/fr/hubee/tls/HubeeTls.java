package fr.hubee.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.ProviderException;
import java.util.List;
import java.util.Map;

/** What Elytron loads. It makes itself only when what the files hold makes sense: else the server opens no line of TLS. */
public final class HubeeTls extends Provider {
    static final String NAME = "HubeeTLS";
    private static final long serialVersionUID = 1;

    public HubeeTls() throws IOException, GeneralSecurityException {
        this(TlsFiles.read(System.getenv()::get));
    }

    HubeeTls(TlsFiles files) throws IOException, GeneralSecurityException {
        super(NAME, "1", "The certificate of HubEE, from PEM files");
        files.check();
        putService(new Made("KeyManagerFactory", () -> new KeyManagers(files)));
        putService(new Made("TrustManagerFactory", () -> new TrustManagers(files)));
    }

    /** A service of this provider, made by a call in place of the name of a class. */
    private final class Made extends Service {
        private final Maker maker;

        Made(String type, Maker maker) {
            super(HubeeTls.this, type, NAME, maker.getClass().getName(), List.of(), Map.of());
            this.maker = maker;
        }

        @Override
        public Object newInstance(Object parameter) {
            if (parameter != null) {
                throw new ProviderException("No parameter is expected");
            }
            return maker.make();
        }
    }

    /** Makes a service. */
    private interface Maker {
        Object make();
    }
}
