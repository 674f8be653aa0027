package fr.hubee.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.ProviderException;
import java.util.List;
import java.util.Map;

/** The provider that Elytron loads. It is created only if the files are valid: otherwise the server opens no TLS port. */
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

    /** A service of this provider, created by a function instead of a class name. */
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

    /** Creates a service. */
    private interface Maker {
        Object make();
    }
}
