package fr.hubee.tls;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.ProviderException;
import java.security.UnrecoverableKeyException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;

/** Provides the certificate; without files, it comes from the key store of the server's configuration. */
final class KeyManagers extends KeyManagerFactorySpi {
    private final TlsFiles files;
    private KeyManager[] managers = {};

    KeyManagers(TlsFiles files) {
        this.files = files;
    }

    @Override
    protected void engineInit(KeyStore configured, char[] password)
            throws KeyStoreException, NoSuchAlgorithmException, UnrecoverableKeyException {
        if (files.identity().isPresent()) {
            managers = new KeyManager[] {new RenewedKeys(files.identity().get())};
            return;
        }
        var standard = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        standard.init(configured, password);
        managers = standard.getKeyManagers();
    }

    @Override
    protected void engineInit(ManagerFactoryParameters parameters) {
        throw new ProviderException("No parameters are expected");
    }

    @Override
    protected KeyManager[] engineGetKeyManagers() {
        return managers.clone();
    }
}
