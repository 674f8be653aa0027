package fr.hubee.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.ProviderException;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManagerFactorySpi;

/** Accepts the client certificates of the configured authorities, or any if none is configured. */
final class TrustManagers extends TrustManagerFactorySpi {
    private final TlsFiles files;
    private TrustManager[] managers = {};

    TrustManagers(TlsFiles files) {
        this.files = files;
    }

    @Override
    protected void engineInit(KeyStore configured) throws KeyStoreException {
        if (files.authorities().isEmpty()) {
            managers = new TrustManager[] {new AnyCertificate()};
            return;
        }
        try {
            var authorities = KeyStore.getInstance(KeyStore.getDefaultType());
            authorities.load(null, null);
            for (var authority : Pem.certificates(files.authorities().get())) {
                authorities.setCertificateEntry("authority-" + authorities.size(), authority);
            }
            var standard = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            standard.init(authorities);
            managers = standard.getTrustManagers();
        } catch (IOException | GeneralSecurityException invalid) {
            throw new KeyStoreException(invalid);
        }
    }

    @Override
    protected void engineInit(ManagerFactoryParameters parameters) {
        throw new ProviderException("No parameters are expected");
    }

    @Override
    protected TrustManager[] engineGetTrustManagers() {
        return managers.clone();
    }
}
